package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The queries that somebody keeps under a name, on this machine, for one workspace.
///
/// Thread: FX.
public final class SavedViews {
  /// A query under a name.
  public record View(String name, String query) {}

  private final DesktopSettings settings;
  private final String key;
  private final ObservableList<View> views = FXCollections.observableArrayList();

  /// The views of the workspace with this id.
  public SavedViews(DesktopSettings settings, String workspace) {
    this.settings = settings;
    this.key = "views." + workspace;
    String kept = settings.get(key, "");
    // Getting ready to read JSON takes a while, before the window can be seen.
    views.setAll(kept.isEmpty() ? List.of() : read(kept));
  }

  /// All of them, in the order in which they were saved.
  public ObservableList<View> views() {
    return FXCollections.unmodifiableObservableList(views);
  }

  /// Keeps a query under a name; a view of that name is replaced where it stands.
  public void save(String name, String query) {
    View view = new View(name.strip(), query.strip());
    for (int at = 0; at < views.size(); at++) {
      if (views.get(at).name().equals(view.name())) {
        views.set(at, view);
        write();
        return;
      }
    }
    views.add(view);
    write();
  }

  /// Forgets a view.
  public void remove(View view) {
    views.remove(view);
    write();
  }

  /// Moves a view to another place.
  public void move(View view, int to) {
    if (views.remove(view)) {
      views.add(Math.clamp(to, 0, views.size()), view);
      write();
    }
  }

  private void write() {
    settings.set(key, JsonMapper.shared().writeValueAsString(List.copyOf(views)));
  }

  private static List<View> read(String text) {
    try {
      return List.of(JsonMapper.shared().readValue(text, View[].class));
    } catch (JacksonException | NullPointerException _) {
      // Edited by hand, and not well: as good as none.
      return List.of();
    }
  }
}
