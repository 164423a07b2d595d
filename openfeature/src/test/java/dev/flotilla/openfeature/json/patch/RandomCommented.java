package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Made-up JSON with comments in all places, and made-up changes of it.
final class RandomCommented {
  private static final List<String> TRIVIA =
      List.of(
          "", "", "", " ", "\n", "\n  ", "\n\n  ", " // a, {\n", "/*\n\n } */", "\r\n\t", " /**/ ");
  private static final List<String> LEAVES =
      List.of("1", "1.50", "true", "null", "\"x\"", "\"// no \\\" comment\"", "-2e3", "\"}\"");

  private final Random random;

  RandomCommented(Random random) {
    this.random = random;
  }

  String text() {
    return trivia() + value(4) + trivia();
  }

  private String value(int depth) {
    int kind = depth == 0 ? 2 : random.nextInt(3);
    if (kind == 2) {
      return pick(LEAVES);
    }
    var text = new StringBuilder(kind == 0 ? "{" : "[");
    int count = random.nextInt(4);
    for (int index = 0; index < count; index++) {
      text.append(trivia());
      if (kind == 0) {
        text.append("\"k").append(index).append('"').append(trivia()).append(':').append(trivia());
      }
      text.append(value(depth - 1)).append(trivia());
      if (index < count - 1 || random.nextInt(6) == 0) {
        text.append(',');
      }
    }
    return text.append(trivia()).append(kind == 0 ? '}' : ']').toString();
  }

  JsonValue changed(JsonValue value) {
    int what = random.nextInt(12);
    if (what == 0) {
      return JsonText.tree(pick(LEAVES));
    }
    if (what == 1) {
      return JsonText.tree("{\"n\": [1, {\"m\": []}], \"k1\": {}}");
    }
    return switch (value) {
      case JsonObject(var _, var members) -> {
        var changed = new LinkedHashMap<String, JsonValue>();
        members.forEach((name, member) -> {
          if (random.nextInt(8) == 0) {
            changed.put("new" + name, JsonText.tree(pick(LEAVES)));
          }
          if (random.nextInt(5) > 0) {
            changed.put(name, changed(member));
          }
        });
        if (random.nextInt(4) == 0) {
          changed.put("end", JsonText.tree("{\"a\": {\"b\": [true]}}"));
        }
        yield new JsonObject(Position.START, changed);
      }
      case JsonArray(var _, var elements) -> {
        var changed = new ArrayList<JsonValue>();
        for (var element : elements) {
          if (random.nextInt(8) == 0) {
            changed.add(JsonText.tree(pick(LEAVES)));
          }
          if (random.nextInt(5) > 0) {
            changed.add(changed(element));
          }
        }
        yield new JsonArray(Position.START, changed);
      }
      case JsonValue leaf -> leaf;
    };
  }

  private String trivia() {
    return pick(TRIVIA);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
