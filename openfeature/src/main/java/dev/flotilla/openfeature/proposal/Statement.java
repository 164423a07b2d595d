package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What a file says of one flag or environment. What it does not mention stays as it is. Immutable.
///
/// @param type of a flag; none if the file leaves it open
/// @param fields by the name of the field; [Value.Absent] is not set. `env/E/targeting` is the one
///   expression that applications evaluate
/// @param sets what the sets hold, by the name of the set
/// @param whole starts of names: of such fields the file mentions all there are
/// @param environments those that the file says something about
public record Statement(
    EntityId entity,
    Optional<FlagType> type,
    SortedMap<String, Value> fields,
    SortedMap<String, SortedSet<String>> sets,
    Set<String> whole,
    List<String> environments) {
  /// The start of the names of all variants.
  public static final String VARIANTS = FieldNames.variant("");

  /// The start of the names of all metadata.
  public static final String METADATA = FieldNames.metadata("");

  public Statement {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    whole = Set.copyOf(whole);
    environments = List.copyOf(environments);
  }

  /// What the file says of a field; nothing if it leaves the field open.
  Optional<Value> value(String field) {
    var value = fields.get(field);
    if (value != null) {
      return Optional.of(value);
    }
    return whole.stream().anyMatch(field::startsWith)
        ? Optional.of(Value.absent())
        : Optional.empty();
  }

  /// The variants that are there.
  SortedMap<String, Value> variants() {
    var variants = new TreeMap<String, Value>();
    fields.forEach((field, value) -> {
      if (field.startsWith(VARIANTS) && value.isPresent()) {
        variants.put(field.substring(VARIANTS.length()), value);
      }
    });
    return variants;
  }
}
