package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import java.util.List;

/// A conflict in words, where nothing can be decided: it has not come yet.
///
/// @param place what of the thing it is about
/// @param story what happened
public record ToldConflict(Conflict conflict, String place, String story, List<Side> sides) {
  /// One of the values; the first is what applications would read.
  ///
  /// @param who the machine, or "you"
  /// @param device the name of the machine
  public record Side(String value, String who, String device) {}

  public ToldConflict {
    sides = List.copyOf(sides);
  }

  /// Conflicts of one snapshot.
  public static List<ToldConflict> of(
      Workspace workspace, List<Conflict> conflicts, People people, Texts texts, Moments moments) {
    ConflictWords words = new ConflictWords(new ConflictNames(workspace, people, texts, moments));
    return conflicts.stream().map(conflict -> told(words.view(conflict))).toList();
  }

  private static ToldConflict told(ConflictView view) {
    return new ToldConflict(
        view.conflict(),
        view.place(),
        view.story(),
        view.options().stream()
            .map(option -> new Side(option.value(), option.who(), option.device()))
            .toList());
  }
}
