package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.proposal.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts the names of tag sets back where a file has their members in a condition: an export writes
/// them out where flagd would change them, and other programs do it with shared rules.
///
/// Only where the rule here refers to the tag set, and only members that are exactly those of the
/// set, as it is or as the file had it when it was written; any other list means itself. Cost:
/// O(rules that refer to tag sets), and their members once.
final class References {
  private static final Texts NOTHING = Texts.of(new TreeSet<>());

  private final Workspace now;
  private final Optional<FlagdDocument> base;
  private final Map<String, List<Texts>> known = new HashMap<>();

  /// @param base what was exported when the file was made
  References(Workspace now, Optional<FlagdDocument> base) {
    this.now = now;
    this.base = base;
  }

  Statement restored(Statement statement) {
    var flag =
        statement.entity().kind().equals(EntityId.FLAG)
            ? now.flag(statement.entity().key())
            : Optional.<Flag>empty();
    if (flag.isEmpty()) {
      return statement;
    }
    var fields = new TreeMap<>(statement.fields());
    for (var environment : statement.environments()) {
      var field = FieldNames.targeting(environment);
      var rule = flag.get().setting(environment).effectiveTargeting();
      if (rule.isPresent() && fields.get(field) instanceof Value.Json(var there)) {
        var lists = lists(rule.get(), statement.entity().key());
        if (!lists.isEmpty()) {
          fields.put(
              field, new Value.Json(JsonText.compact(restored(JsonText.tree(there), lists))));
        }
      }
    }
    return new Statement(
        statement.entity(),
        statement.type(),
        fields,
        statement.sets(),
        statement.whole(),
        statement.environments());
  }

  /// What stands for which tag set.
  private Map<Texts, String> lists(String rule, String flag) {
    var lists = new LinkedHashMap<Texts, String>();
    for (var key : Segments.used(rule)) {
      known.computeIfAbsent(key, this::texts).forEach(texts -> lists.putIfAbsent(texts, key));
    }
    if (!lists.isEmpty()) {
      base.map(file -> file.flags().get(flag))
          .flatMap(FlagdFlag::targeting)
          .ifPresent(written -> align(JsonText.tree(rule), JsonText.tree(written), lists));
    }
    lists.remove(NOTHING);
    return lists;
  }

  /// The members of a tag set, as it is and as the file had it.
  private List<Texts> texts(String key) {
    var all = new ArrayList<Texts>();
    now.tagSet(key).map(TagSet::members).map(Texts::of).ifPresent(all::add);
    base.map(file -> file.evaluators().get(Segments.reference(key)))
        .map(Segment::members)
        .map(Texts::of)
        .ifPresent(all::add);
    return all;
  }

  /// Finds the members that an export wrote where the rule has the name.
  private static void align(JsonValue rule, JsonValue written, Map<Texts, String> lists) {
    if (rule instanceof JsonObject(var _, var ours)
        && ours.get(Segments.REFERENCE) instanceof JsonString(var _, var name)) {
      Segments.tagSet(name)
          .ifPresent(key -> texts(written).ifPresent(members -> lists.putIfAbsent(members, key)));
    } else if (rule instanceof JsonObject(var _, var ours)
        && written instanceof JsonObject(var _, var theirs)) {
      ours.forEach((name, value) -> {
        var other = theirs.get(name);
        if (other != null) {
          align(value, other, lists);
        }
      });
    } else if (rule instanceof JsonArray(var _, var ours)
        && written instanceof JsonArray(var _, var theirs)
        && ours.size() == theirs.size()) {
      for (int i = 0; i < ours.size(); i++) {
        align(ours.get(i), theirs.get(i), lists);
      }
    }
  }

  private static JsonValue restored(JsonValue value, Map<Texts, String> lists) {
    var key = texts(value).map(lists::get);
    if (key.isPresent()) {
      var reference = new LinkedHashMap<String, JsonValue>();
      var name = Segments.reference(key.get());
      reference.put(Segments.REFERENCE, new JsonString(Position.START, name));
      return new JsonObject(value.at(), reference);
    }
    return switch (value) {
      case JsonArray(var at, var elements) ->
          new JsonArray(at, elements.stream().map(each -> restored(each, lists)).toList());
      case JsonObject(var at, var members) -> {
        var all = new LinkedHashMap<String, JsonValue>();
        members.forEach((name, each) -> all.put(name, restored(each, lists)));
        yield new JsonObject(at, all);
      }
      case JsonValue other -> other;
    };
  }

  /// The texts of a list of nothing else, or of a shared rule that was put in whole.
  private static Optional<Texts> texts(JsonValue value) {
    if (value instanceof JsonObject(var _, var members)
        && members.size() == 1
        && members.get("merge") instanceof JsonArray(var _, var lists)
        && lists.size() == 1) {
      return texts(lists.getFirst());
    }
    if (!(value instanceof JsonArray(var _, var elements)) || elements.isEmpty()) {
      return Optional.empty();
    }
    var texts = new TreeSet<String>();
    for (var element : elements) {
      if (!(element instanceof JsonString(var _, var text))) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(Texts.of(texts));
  }

  /// A set of texts that knows its hash: a tag set may have a million, and be in a thousand rules.
  private record Texts(int hash, SortedSet<String> all) {
    static Texts of(SortedSet<String> all) {
      return new Texts(all.hashCode(), all);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
