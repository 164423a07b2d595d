package dev.flotilla.app.exchange;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What one row of a table says of a flag; empty cells say nothing. Immutable.
///
/// @param line that the row starts on, counted from 1
/// @param fields by name, those of environments aside
/// @param folder the key of a folder or the path to it
/// @param settings by their column
record CsvFlag(
    int line,
    String key,
    Optional<FlagType> type,
    SortedMap<String, Value> fields,
    SortedMap<String, SortedSet<String>> sets,
    Optional<String> folder,
    Map<CsvColumn, Value> settings) {
  CsvFlag {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
