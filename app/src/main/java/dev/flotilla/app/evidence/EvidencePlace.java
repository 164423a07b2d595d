package dev.flotilla.app.evidence;

import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Slot;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Compares where a signed change wrote to what the manifest says that the conflict is about.
final class EvidencePlace {
  /// Kinds of conflicts all sides of which wrote to one place.
  private static final Set<String> ONE_PLACE =
      Set.of(
          "write-write",
          "delete-update",
          "add-remove",
          "removed-rule",
          "moved-rule",
          "requirement");

  /// Kinds whose alternatives show what was written, as it was.
  private static final Set<String> VALUES =
      Set.of(
          "write-write",
          "delete-update",
          "add-remove",
          "removed-rule",
          "requirement",
          "missing-variant",
          "wrong-type");

  private EvidencePlace() {}

  /// For example `default variant in production of flag checkout`.
  static String words(Slot slot) {
    String owner = slot.entity().kind() + " " + slot.entity().key();
    return switch (slot) {
      case Slot.Presence _ -> owner;
      case Slot.Field(_, var name) -> FieldPath.parse(name).words() + " of " + owner;
      case Slot.Element(_, var set, var element) -> set + "/" + element + " of " + owner;
    };
  }

  static boolean isOne(JsonNode conflict) {
    return ONE_PLACE.contains(conflict.path("kind").asString(""));
  }

  static boolean hasValues(JsonNode conflict) {
    return VALUES.contains(conflict.path("kind").asString(""));
  }

  static boolean is(JsonNode conflict, Slot slot) {
    String field =
        switch (slot) {
          case Slot.Presence _ -> "";
          case Slot.Field(_, var name) -> name;
          case Slot.Element(_, var set, var element) -> set + "/" + element;
        };
    return conflict.path("entity").asString("").equals(slot.entity().kind())
        && conflict.path("key").asString("").equals(slot.entity().key())
        && conflict.path("field").asString("").equals(field);
  }
}
