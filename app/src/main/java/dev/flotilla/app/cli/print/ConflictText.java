package dev.flotilla.app.cli.print;

import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import java.util.Optional;

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
      case Conflict.Requirement requirement ->
          entity + ", prerequisite " + requirement.other() + ": required differently";
      case Conflict.PrerequisiteCycle cycle ->
          "flags "
              + String.join(", ", cycle.flags())
              + ": they require each other in a circle; choose the prerequisite to remove";
      case Conflict.MovedFolder _ -> entity + ": moved to several places";
      case Conflict.FolderCycle cycle ->
          entity + ": put into " + cycle.wanted() + " while that was put into it";
      case Conflict.MissingVariant missing ->
          entity
              + ", "
              + use(missing)
              + ": variant "
              + missing.variant()
              + (missing.environment().isEmpty() ? " of flag " + missing.flag() : "")
              + " removed by one, used by another";
      case Conflict.WrongType wrong ->
          entity
              + ", variant "
              + wrong.variant()
              + ": the type changed by one, a value of another type written by another";
    };
  }

  private static String within(Optional<String> folder) {
    return folder.map(key -> "in " + key).orElse("at the top");
  }

  private static String use(Conflict.MissingVariant missing) {
    return missing.slot() instanceof Slot.Field(_, var field)
        ? FieldPath.parse(field).words()
        : "prerequisite " + missing.flag();
  }

  private static String leave(Conflict.MissingVariant missing) {
    if (missing.environment().isEmpty()) {
      return "leave it gone and require nothing of " + missing.flag();
    }
    return missing.rule().isPresent()
        ? "leave it gone and remove the rule"
        : "leave it gone and set no default";
  }

  /// What choosing this alternative means.
  public static String meaning(Conflict conflict, Alternative alternative, int index) {
    return switch (conflict) {
      case Conflict.WriteWrite _ -> Values.text(alternative.value());
      case Conflict.DeleteUpdate _ -> index == 0 ? "keep" : "delete";
      case Conflict.AddRemove _, Conflict.RemovedRule _ -> index == 0 ? "keep" : "remove";
      case Conflict.MovedRule rule -> "place " + rule.places().get(index);
      case Conflict.Requirement _ ->
          alternative.value().isPresent() ? Values.text(alternative.value()) : "remove";
      case Conflict.PrerequisiteCycle cycle ->
          "remove that " + cycle.flags().get(index) + " requires " + cycle.required(index);
      case Conflict.MovedFolder folder -> within(folder.parents().get(index));
      case Conflict.FolderCycle cycle ->
          index == 0
              ? "leave it where it is"
              : "put it into " + cycle.wanted() + ", which takes its place";
      case Conflict.MissingVariant missing ->
          index == 0 ? leave(missing) : "bring variant " + missing.variant() + " back";
      case Conflict.WrongType wrong ->
          index == 0
              ? "leave the type " + wrong.type().id() + " and remove the variant"
              : "keep " + Values.text(alternative.value()) + " and change the type";
    };
  }
}
