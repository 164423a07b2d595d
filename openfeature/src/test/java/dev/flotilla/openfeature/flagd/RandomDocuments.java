package dev.flotilla.openfeature.flagd;

import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Random flagd documents that can be imported without a finding.
final class RandomDocuments {
  private static final List<String> WORDS =
      List.of(
          "on",
          "off",
          "a.b",
          "a/b",
          "grün",
          "🚢",
          "with blank",
          "\"quoted\"",
          "back\\slash",
          "true",
          "$ref",
          "key",
          "state",
          "[0]",
          "ü\u00a0x",
          "null");

  private final RandomGenerator random;
  private final RandomRules rules;

  RandomDocuments(RandomGenerator random) {
    this.random = random;
    this.rules = new RandomRules(random, true);
  }

  /// A document, with flags as a map or as an array.
  String document() {
    var parts = new ArrayList<String>();
    if (random.nextBoolean()) {
      parts.add("\"metadata\": " + object(metadata()));
    }
    // Last in the text on purpose: rules may refer to what comes later.
    var flags = keys().stream().collect(Collectors.toMap(key -> key, _ -> flag()));
    if (random.nextInt(3) == 0) {
      parts.add(
          flags.entrySet().stream()
              .map(flag ->
                  "{\"key\": %s, %s"
                      .formatted(JsonText.quote(flag.getKey()), flag.getValue().substring(1)))
              .collect(Collectors.joining(", ", "\"flags\": [", "]")));
    } else {
      parts.add("\"flags\": " + object(flags));
    }
    parts.add("\"$evaluators\": {\"shared\": {\"==\": [{\"var\": \"hall\"}, 2]}}");
    return "{" + String.join(", ", parts) + "}";
  }

  private List<String> keys() {
    return random.ints(random.nextInt(8), 0, 20).distinct().mapToObj(n -> word() + n).toList();
  }

  private String flag() {
    var variants = new LinkedHashMap<String, String>();
    var value = value();
    int count = 1 + random.nextInt(4);
    while (variants.size() < count) {
      variants.put(word() + variants.size(), value.get());
    }
    var parts = new LinkedHashMap<String, String>();
    parts.put("state", random.nextBoolean() ? "\"ENABLED\"" : "\"DISABLED\"");
    parts.put("variants", object(variants));
    switch (random.nextInt(3)) {
      case 0 -> parts.put("defaultVariant", "null");
      case 1 -> parts.put("defaultVariant", JsonText.quote(variants.firstEntry().getKey()));
      default -> {}
    }
    if (random.nextInt(3) == 0) {
      parts.put("targeting", random.nextInt(4) == 0 ? "{}" : rules.rule(3));
    }
    if (random.nextBoolean()) {
      var metadata = metadata();
      metadata.putAll(ownFields());
      parts.put("metadata", object(metadata));
    }
    return object(parts);
  }

  private Supplier<String> value() {
    return switch (random.nextInt(4)) {
      case 0 -> () -> String.valueOf(random.nextBoolean());
      case 1 -> this::number;
      case 2 -> this::text;
      default ->
          () ->
              "{\"z\": %s, \"a\": [%s, {\"deep\": null}], %s: {}}"
                  .formatted(number(), text(), JsonText.quote(word() + "x"));
    };
  }

  private Map<String, String> metadata() {
    var metadata = new LinkedHashMap<String, String>();
    int count = random.nextInt(4);
    for (int index = 0; index < count; index++) {
      var scalar = random.nextInt(3);
      metadata.put(word(), scalar == 0 ? "true" : scalar == 1 ? number() : text());
    }
    return metadata;
  }

  private Map<String, String> ownFields() {
    var own = new LinkedHashMap<String, String>();
    if (random.nextBoolean()) {
      own.put("flotilla.description", text());
    }
    if (random.nextBoolean()) {
      own.put("flotilla.owner", text());
    }
    if (random.nextBoolean()) {
      own.put("flotilla.kind", "\"experiment\"");
    }
    if (random.nextBoolean()) {
      own.put("flotilla.archived", String.valueOf(random.nextBoolean()));
    }
    if (random.nextBoolean()) {
      var tags = "[" + JsonText.quote(word()) + "," + JsonText.quote("tag") + "]";
      own.put("flotilla.tags", JsonText.quote(tags));
    }
    return own;
  }

  private String number() {
    return switch (random.nextInt(5)) {
      case 0 -> "0";
      case 1 -> String.valueOf(random.nextInt());
      case 2 -> random.nextInt(100) + ".50";
      case 3 -> "-1.25e" + random.nextInt(-30, 30);
      default -> random.nextLong(Long.MAX_VALUE) + "000000000000000000.000000000000000000001";
    };
  }

  private String text() {
    var text = word() + (random.nextInt(4) == 0 ? "\n\t\u0001" : " ") + word();
    return random.nextInt(5) == 0 ? "\"\"" : JsonText.quote(text);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> JsonText.quote(member.getKey()) + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
