package dev.flotilla.app.cli.print;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a change did, in one line: by entity, the first few of each. That an edit also confirms the
/// presence of what it edits goes without saying.
final class ChangeText {
  private static final int ENTITIES_MAX = 2;
  private static final int PARTS_MAX = 3;

  private ChangeText() {}

  static String summary(List<Operation> operations) {
    var others = new ArrayList<String>();
    Map<EntityId, List<String>> parts = new LinkedHashMap<>();
    for (Operation operation : operations) {
      switch (operation) {
        case Operation.OpenReplica open -> others.add("opened a replica on " + open.deviceName());
        case Operation.FoundWorkspace found -> others.add("created the workspace " + found.name());
        case Operation.AdmitMember admit ->
            others.add("admitted " + admit.name() + " as " + FlagJson.word(admit.role()));
        case Operation.Write write -> {
          var ofEntity = parts.computeIfAbsent(write.slot().entity(), _ -> new ArrayList<>());
          part(write).ifPresent(ofEntity::add);
        }
        case Operation.Unknown _ -> others.add("something that a newer Flotilla wrote");
      }
    }
    parts.forEach((entity, list) -> {
      if (!list.isEmpty()) {
        others.add(name(entity) + ": " + first(list, PARTS_MAX, ", "));
      }
    });
    return first(others, ENTITIES_MAX, "; ");
  }

  private static Optional<String> part(Operation.Write write) {
    boolean present = write.value().isPresent();
    String value = Values.text(write.value());
    return switch (write.slot()) {
      case Slot.Presence _ when !present -> Optional.of("deleted");
      case Slot.Presence _ ->
          write.supersedes().isEmpty() ? Optional.of("created") : Optional.empty();
      case Slot.Field _ when write.value() instanceof Value.Move(_, var parent) ->
          place(parent, write.supersedes().isEmpty());
      case Slot.Field field
          when FieldPath.parse(field.name()) instanceof FieldPath.Position(var where, var rule) ->
          write.supersedes().isEmpty()
              ? Optional.empty()
              : Optional.of("rule %s in %s moved".formatted(rule, where));
      case Slot.Field field when !present -> Optional.of(words(field) + " cleared");
      case Slot.Field field -> Optional.of(words(field) + " = " + value);
      case Slot.Element element when FieldNames.environmentOfRules(element.set()).isPresent() ->
          rulePresence(write, element);
      case Slot.Element element when element.set().equals(FieldNames.REQUIRES) ->
          Optional.of(
              present
                  ? "requires " + element.element() + " = " + value
                  : "requires " + element.element() + " no longer");
      case Slot.Element element ->
          Optional.of(element.set() + (present ? " + " : " - ") + element.element());
    };
  }

  // Where something new is goes without saying at the top, and for a rule.
  private static Optional<String> place(Optional<String> parent, boolean isNew) {
    return parent.isEmpty() && isNew
        ? Optional.empty()
        : Optional.of(parent.map(folder -> "put into " + folder).orElse("put to the top"));
  }

  private static Optional<String> rulePresence(Operation.Write write, Slot.Element rule) {
    boolean present = write.value().isPresent();
    if (present && !write.supersedes().isEmpty()) {
      return Optional.empty();
    }
    var environment = FieldNames.environmentOfRules(rule.set()).orElseThrow();
    return Optional.of(
        "rule %s in %s %s".formatted(rule.element(), environment, present ? "added" : "removed"));
  }

  private static String words(Slot.Field field) {
    return FieldPath.parse(field.name()).words();
  }

  private static String first(List<String> all, int most, String separator) {
    String shown = String.join(separator, all.subList(0, Math.min(most, all.size())));
    int more = all.size() - most;
    return more > 0 ? shown + separator + "and " + more + " more" : shown;
  }

  private static String name(EntityId entity) {
    return entity.key().isEmpty() ? entity.kind() : entity.kind() + " " + entity.key();
  }
}
