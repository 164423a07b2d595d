package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Who is on which side of a conflict.
///
/// @param workspace the snapshot in which the conflicts are
record ConflictNames(Workspace workspace, People people, Texts texts, Moments moments) {
  ConflictView.Option option(Alternative alternative, String value, int pick, String choose) {
    Instant at = Instant.ofEpochMilli(alternative.at().wallMillis());
    return new ConflictView.Option(
        alternative,
        value,
        people.name(workspace, alternative.author()),
        people.deviceName(workspace, alternative.author()),
        moments.liveBrief(at),
        moments.relative(at).equals(moments.brief(at)) ? moments.exact(at) : moments.relative(at),
        pick,
        choose);
  }

  static List<Alternative> there(Conflict conflict) {
    return conflict.alternatives().stream().filter(a -> a.value().isPresent()).toList();
  }

  static List<Alternative> gone(Conflict conflict) {
    return conflict.alternatives().stream().filter(a -> !a.value().isPresent()).toList();
  }

  /// The authors at the beginning of a sentence.
  String subject(List<Alternative> alternatives) {
    return alternatives.stream().allMatch(this::isOwn)
        ? texts.of("people.you")
        : inside(alternatives);
  }

  /// The authors within a sentence.
  String inside(List<Alternative> alternatives) {
    List<String> names =
        alternatives.stream()
            .sorted(Comparator.comparing(this::isOwn))
            .map(alternative ->
                isOwn(alternative)
                    ? texts.of("people.youInside")
                    : people.name(workspace, alternative.author()))
            .distinct()
            .toList();
    return names.size() < 2
        ? names.getFirst()
        : texts.of(
            "conflicts.names",
            String.join(", ", names.subList(0, names.size() - 1)),
            names.getLast());
  }

  private boolean isOwn(Alternative alternative) {
    return people.isOwn(alternative.author());
  }

  String noun(EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FLAG -> texts.of("noun.flag");
      case EntityId.TAG_SET -> texts.of("noun.tagSet");
      case EntityId.COUNTER -> texts.of("noun.counter");
      case EntityId.ENVIRONMENT -> texts.of("noun.environment");
      case EntityId.FOLDER -> texts.of("noun.folder");
      default -> texts.of("noun.entry");
    };
  }
}
