package dev.flotilla.app.cli.print;

import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Workspace;

/// Conflicts for people.
public final class ConflictText {
  private ConflictText() {}

  /// One line that says what the conflict is about and one for each alternative: the first is what
  /// applications read now.
  public static void show(Conflict conflict, Workspace workspace, Output output) {
    output.line(conflict.id() + "  " + TextTable.printable(about(conflict)));
    for (int index = 0; index < conflict.alternatives().size(); index++) {
      Alternative alternative = conflict.alternatives().get(index);
      output.line(
          "  %d  %s  by %s, %s%s"
              .formatted(
                  index,
                  TextTable.printable(meaning(conflict, alternative, index)),
                  TextTable.printable(Devices.name(workspace, alternative.author())),
                  Moments.text(alternative.at()),
                  index == 0 ? "  (current)" : ""));
    }
  }

  /// For example `flag dark-mode, state in production: written differently`.
  public static String about(Conflict conflict) {
    String entity = conflict.entity().kind() + " " + conflict.entity().key();
    return switch (conflict) {
      case Conflict.WriteWrite write ->
          entity + ", " + FieldPath.parse(write.field()).words() + ": written differently";
      case Conflict.DeleteUpdate _ -> entity + ": deleted by one, edited by another";
      case Conflict.AddRemove add ->
          entity + ", " + add.set() + ": " + add.element() + " added by one, removed by another";
      case Conflict.RemovedRule rule ->
          entity
              + ", rule "
              + rule.rule()
              + " in "
              + rule.environment()
              + ": removed by one, edited by another";
      case Conflict.MovedRule rule ->
          entity + ", " + FieldPath.parse(rule.slot().name()).words() + ": moved differently";
    };
  }

  /// What choosing this alternative means.
  public static String meaning(Conflict conflict, Alternative alternative, int index) {
    return switch (conflict) {
      case Conflict.WriteWrite _ -> Values.text(alternative.value());
      case Conflict.DeleteUpdate _ -> index == 0 ? "keep" : "delete";
      case Conflict.AddRemove _, Conflict.RemovedRule _ -> index == 0 ? "keep" : "remove";
      case Conflict.MovedRule rule -> "place " + rule.places().get(index);
    };
  }
}
