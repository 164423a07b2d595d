package dev.flotilla.app.desktop.targeting;

import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The attributes that the rules of a workspace read: first those that are looked for in tag sets,
/// then the targeting key, then all others, most used first: what a form offers. Cost: O(length of
/// all rules); for a thread of its own where there are many flags.
final class KnownAttributes {
  /// What a context always has.
  static final String SUBJECT = "targetingKey";

  private static final Pattern READ = Pattern.compile("\"var\":\\[?\"([^\"\\\\$]{1,80})\"");

  private static final Pattern IN_TAG_SET =
      Pattern.compile("\\{\"var\":\"([^\"\\\\$]{1,80})\"\\},\\{\"\\$ref\":\"tagset:");

  // Beyond any number of other uses.
  private static final int SUBJECT_WEIGHT = 1 << 24;
  private static final int MEMBER_WEIGHT = 1 << 25;

  private KnownAttributes() {}

  static List<String> of(List<Flag> flags) {
    Map<String, Integer> counts = new HashMap<>();
    counts.put(SUBJECT, SUBJECT_WEIGHT);
    flags.forEach(flag -> flag.environments().values().forEach(s -> count(s, counts)));
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void count(FlagSetting setting, Map<String, Integer> counts) {
    setting.targeting().ifPresent(json -> count(json, counts));
    for (Rule rule : setting.rules()) {
      rule.condition().ifPresent(json -> count(json, counts));
      if (rule.outcome() instanceof Value.Json(var json)) {
        count(json, counts);
      }
    }
  }

  private static void count(String json, Map<String, Integer> counts) {
    var read = READ.matcher(json);
    while (read.find()) {
      counts.merge(read.group(1), 1, Integer::sum);
    }
    var inTagSet = IN_TAG_SET.matcher(json);
    while (inTagSet.find()) {
      counts.merge(inTagSet.group(1), MEMBER_WEIGHT, Integer::max);
    }
  }
}
