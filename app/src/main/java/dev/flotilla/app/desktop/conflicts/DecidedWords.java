package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.session.People;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;

/// Says what was decided.
final class DecidedWords {
  private final Workspace workspace;
  private final People people;
  private final Texts texts;
  private final RuleNames fields;

  DecidedWords(Workspace workspace, People people, Texts texts) {
    this.workspace = workspace;
    this.people = people;
    this.texts = texts;
    this.fields = new RuleNames(() -> workspace, texts);
  }

  /// What of the thing it is about.
  String place(Decided decided) {
    return switch (decided.slot()) {
      case Slot.Presence _ -> texts.of("conflicts.place.delete");
      case Slot.Field _ when decided.taken() instanceof Value.Move -> texts.of("conflicts.folder");
      case Slot.Field(var entity, var field) -> fields.field(entity, field);
      case Slot.Element element ->
          FieldNames.environmentOfRules(element.set())
              .map(environment ->
                  texts.of(
                      "conflicts.rule",
                      fields.place(element.entity(), environment, element.element()),
                      environment))
              .orElseGet(() -> inSet(element));
    };
  }

  private String inSet(Slot.Element element) {
    return element.set().equals(FieldNames.REQUIRES)
        ? texts.of("conflicts.requires", element.element())
        : texts.of("conflicts.element." + element.set(), element.element());
  }

  /// What was taken.
  String taken(Decided decided) {
    return decided.taken() instanceof Value.Position(var origin)
        ? origin
            .parent()
            .filter(at -> decided.before().stream().anyMatch(one -> one.dot().equals(at)))
            .map(at -> texts.of("inbox.decided.place", people.deviceName(workspace, at.replica())))
            .orElseGet(() -> texts.of("inbox.decided.place.own"))
        : value(decided, decided.taken());
  }

  /// A value that was taken, or not.
  String value(Decided decided, Value value) {
    return switch (decided.slot()) {
      case Slot.Presence _ ->
          texts.of(value.isPresent() ? "inbox.decided.kept" : "inbox.decided.deleted");
      case Slot.Element(_, var set, var other) when set.equals(FieldNames.REQUIRES) ->
          value.isPresent()
              ? texts.of("conflicts.requires.variant", other, value.display())
              : texts.of("conflicts.requires.removed");
      case Slot.Element _ ->
          texts.of(value.isPresent() ? "inbox.decided.kept" : "inbox.decided.removed");
      case Slot.Field _ when value instanceof Value.Move(_, var parent) ->
          parent
              .map(key -> texts.of("conflicts.folder.in", key))
              .orElseGet(() -> texts.of("conflicts.folder.top"));
      case Slot.Field(_, var field) -> fields.value(field, value);
    };
  }
}
