package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// A flagd document: the flags of one environment with what they share. Immutable.
///
/// @param flags by key, in the order of the document
/// @param evaluators shared targeting rules as compact JSON, by name
/// @param metadata of the whole set: truth values, numbers and texts
public record FlagdDocument(
    SequencedMap<String, FlagdFlag> flags,
    SortedMap<String, String> evaluators,
    SortedMap<String, Value> metadata) {

  public FlagdDocument {
    flags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flags));
    evaluators = Collections.unmodifiableSortedMap(new TreeMap<>(evaluators));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }
}
