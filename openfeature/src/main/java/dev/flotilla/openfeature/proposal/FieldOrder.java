package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.FieldNames;
import java.util.Comparator;
import java.util.List;

/// The order in which fields are shown and edited.
final class FieldOrder {
  private static final List<String> STARTS =
      List.of(Statement.VARIANTS, "env/", "", Statement.METADATA);

  /// Variants before what uses them, then what flags do where, their own fields, metadata.
  static final Comparator<String> BY_USE =
      Comparator.comparingInt(FieldOrder::rank)
          .thenComparing(FieldOrder::environment)
          .thenComparingInt(FieldOrder::setting)
          .thenComparing(Comparator.naturalOrder());

  private FieldOrder() {}

  private static int rank(String field) {
    for (int rank = 0; rank < STARTS.size(); rank++) {
      if (!STARTS.get(rank).isEmpty() && field.startsWith(STARTS.get(rank))) {
        return rank;
      }
    }
    return STARTS.indexOf("");
  }

  private static String environment(String field) {
    int slash = field.lastIndexOf('/');
    return field.startsWith("env/") && slash > 0 ? field.substring(0, slash) : "";
  }

  private static int setting(String field) {
    var last = field.substring(field.lastIndexOf('/') + 1);
    return switch (last) {
      case "state" -> 0;
      case "default" -> 1;
      case FieldNames.TYPE -> -1;
      default -> 2;
    };
  }
}
