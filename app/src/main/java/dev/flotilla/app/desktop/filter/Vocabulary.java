package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.session.People;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Folder;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What can stand behind each qualifier in one workspace, most used first, with how many flags have
/// it.
///
/// Cost: linear in the flags, once a snapshot and only when somebody types.
public final class Vocabulary {
  /// A word, and how many flags have it; 0 where that is not counted.
  record Entry(String word, int flags) {}

  private final Map<Qualifier, List<Entry>> entries = new EnumMap<>(Qualifier.class);
  private final List<String> environments;
  private final Map<String, List<Entry>> variants = new TreeMap<>();

  public Vocabulary(Workspace workspace, People people) {
    environments = workspace.environments().stream().map(Environment::name).toList();
    Map<Qualifier, Map<String, Integer>> counts = new EnumMap<>(Qualifier.class);
    Map<String, Map<String, Integer>> served = new TreeMap<>();
    for (Flag flag : workspace.flags()) {
      count(counts, Qualifier.TAG, flag.tags());
      count(counts, Qualifier.OWNER, flag.owner().isEmpty() ? List.of() : List.of(flag.owner()));
      count(counts, Qualifier.META, flag.metadata().keySet());
      count(counts, Qualifier.REQUIRES, flag.prerequisites().keySet());
      count(counts, Qualifier.VARIANT, flag.variants().keySet());
      count(counts, Qualifier.USES, FlagFacts.attributes(flag));
      count(
          counts, Qualifier.BY, List.of(people.deviceName(workspace, flag.lastChange().replica())));
      for (String environment : environments) {
        flag.setting(environment)
            .defaultVariant()
            .ifPresent(variant ->
                served
                    .computeIfAbsent(environment, _ -> new TreeMap<>())
                    .merge(variant, 1, Integer::sum));
      }
    }
    counts.forEach((qualifier, words) -> entries.put(qualifier, ranked(words)));
    served.forEach((environment, words) -> variants.put(environment, ranked(words)));
    entries.put(Qualifier.SET, plain(workspace.tagSets().stream().map(TagSet::key).toList()));
    entries.put(Qualifier.FOLDER, plain(workspace.folders().stream().map(Folder::name).toList()));
    entries.put(Qualifier.KIND, plain(Arrays.stream(FlagKind.values()).map(FlagKind::id).toList()));
    entries.put(Qualifier.TYPE, plain(Arrays.stream(FlagType.values()).map(FlagType::id).toList()));
    entries.put(Qualifier.IS, plain(Arrays.stream(State.values()).map(State::word).toList()));
    entries.put(
        Qualifier.CHANGED,
        plain(List.of("today", "yesterday", "<24h", "<7d", "<30d", ">30d", ">90d")));
    entries.put(Qualifier.ENV, environmentEntries());
  }

  List<Entry> of(Qualifier qualifier) {
    return entries.getOrDefault(qualifier, List.of());
  }

  private List<Entry> environmentEntries() {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String environment : environments) {
      words.put(environment + "=on", 0);
      words.put(environment + "=off", 0);
    }
    for (String environment : environments) {
      words.put(environment + "=targeted", 0);
      variants
          .getOrDefault(environment, List.of())
          .forEach(entry -> words.put(environment + "=" + entry.word(), entry.flags()));
    }
    List<Entry> list = new ArrayList<>();
    words.forEach((word, flags) -> list.add(new Entry(word, flags)));
    return list;
  }

  private static void count(
      Map<Qualifier, Map<String, Integer>> counts, Qualifier qualifier, Collection<String> words) {
    if (!words.isEmpty()) {
      Map<String, Integer> of = counts.computeIfAbsent(qualifier, _ -> new TreeMap<>());
      words.forEach(word -> of.merge(word, 1, Integer::sum));
    }
  }

  private static List<Entry> ranked(Map<String, Integer> words) {
    return words.entrySet().stream()
        .map(word -> new Entry(word.getKey(), word.getValue()))
        .sorted(Comparator.comparingInt(Entry::flags).reversed().thenComparing(Entry::word))
        .toList();
  }

  private static List<Entry> plain(List<String> words) {
    return words.stream().distinct().map(word -> new Entry(word, 0)).toList();
  }
}
