package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Which member or element of a text becomes which of the wanted ones. What stays keeps the order
/// of the text; what is new stands behind what is wanted before it, or else before what is wanted
/// behind it.
final class Matching {
  private static final int NEW = -1;
  private static final String KEY = "key";

  private Matching() {}

  /// A wanted entry.
  ///
  /// @param old its index in the text; negative if it is new
  /// @param name of a member; empty for an element
  record Match(int old, String name, JsonValue value) {
    boolean isNew() {
      return old < 0;
    }
  }

  static List<Match> members(JsonObject now, JsonObject wanted) {
    return byName(now.members(), wanted.members(), true);
  }

  /// Elements that are objects with a key are what their key says they are, if those that stay are
  /// wanted in the order that they have. Others are what they are by their place: only what lies
  /// between equal starts and equal ends changes.
  static List<Match> elements(JsonArray now, JsonArray wanted) {
    var nowByKey = byKey(now);
    var wantedByKey = byKey(wanted);
    if (nowByKey.isPresent() && wantedByKey.isPresent()) {
      var kept = new ArrayList<>(nowByKey.get().keySet());
      kept.retainAll(wantedByKey.get().keySet());
      var wantedKept = new ArrayList<>(wantedByKey.get().keySet());
      wantedKept.retainAll(nowByKey.get().keySet());
      if (kept.equals(wantedKept) && !kept.isEmpty()) {
        return byName(nowByKey.get(), wantedByKey.get(), false);
      }
    }
    return byPlace(now.elements(), wanted.elements());
  }

  private static List<Match> byName(
      SequencedMap<String, JsonValue> now, SequencedMap<String, JsonValue> wanted, boolean named) {
    var places = new HashMap<String, Integer>();
    var groups = new LinkedHashMap<String, List<Match>>();
    int index = 0;
    for (var name : now.keySet()) {
      places.put(name, index++);
    }
    now.keySet().stream()
        .filter(wanted::containsKey)
        .forEach(name -> groups.put(name, new ArrayList<>()));
    // What nothing is wanted before stands before what it is wanted before.
    List<Match> first = new ArrayList<>();
    List<Match> group = first;
    boolean isFirst = true;
    for (var entry : wanted.entrySet()) {
      var name = entry.getKey();
      Integer place = places.get(name);
      if (place != null) {
        group = groups.getOrDefault(name, first);
        if (isFirst) {
          group.addAll(first);
          isFirst = false;
        }
      }
      group.add(new Match(place == null ? NEW : place, named ? name : "", entry.getValue()));
    }
    if (groups.isEmpty()) {
      return first;
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private static Optional<SequencedMap<String, JsonValue>> byKey(JsonArray array) {
    var byKey = new LinkedHashMap<String, JsonValue>();
    for (var element : array.elements()) {
      if (!(element instanceof JsonObject(var _, var members))
          || !(members.get(KEY) instanceof JsonString(var _, var key))
          || byKey.put(key, element) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(byKey);
  }

  private static List<Match> byPlace(List<JsonValue> now, List<JsonValue> wanted) {
    int most = Math.min(now.size(), wanted.size());
    int start = 0;
    while (start < most && now.get(start).sameAs(wanted.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && now.get(now.size() - 1 - end).sameAs(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    int paired = Math.min(now.size(), wanted.size()) - end;
    var matches = new ArrayList<Match>();
    for (int index = 0; index < wanted.size(); index++) {
      int old = NEW;
      if (index < paired) {
        old = index;
      } else if (index >= wanted.size() - end) {
        old = now.size() - (wanted.size() - index);
      }
      matches.add(new Match(old, "", wanted.get(index)));
    }
    return matches;
  }
}
