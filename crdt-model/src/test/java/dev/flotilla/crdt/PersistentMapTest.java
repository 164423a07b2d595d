package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {

  private static final int RUNS = 40;
  private static final int STEPS = 300;
  private static final int KEYS = 120;

  /// A key whose hash codes collide as much as the test wants.
  private record Key(int number, int hashes) {
    @Override
    public int hashCode() {
      return hashes == 0 ? number : number % hashes;
    }
  }

  /// Keeps everything, and the greater value of two.
  private static final class GreaterValue implements PersistentMap.Merger<Key, Integer> {
    private int asked;

    @Override
    public Integer onlyThis(Key key, Integer value) {
      asked++;
      return value;
    }

    @Override
    public Integer onlyOther(Key key, Integer value) {
      asked++;
      return value;
    }

    @Override
    public Integer both(Key key, Integer value, Integer other) {
      asked++;
      return value >= other ? value : other;
    }
  }

  /// Keeps what only one side has if it is even, and the sum of different values if it is even.
  private static final class EvenOnly implements PersistentMap.Merger<Key, Integer> {
    @Override
    public @Nullable Integer onlyThis(Key key, Integer value) {
      return even(value);
    }

    @Override
    public @Nullable Integer onlyOther(Key key, Integer value) {
      return even(value);
    }

    @Override
    public @Nullable Integer both(Key key, Integer value, Integer other) {
      return value.equals(other) ? value : even(value + other);
    }

    private static @Nullable Integer even(int value) {
      return value % 2 == 0 ? value : null;
    }
  }

  private static final class Differences implements PersistentMap.DiffVisitor<Key, Integer> {
    private final Map<Key, Integer> added = new HashMap<>();
    private final Map<Key, Integer> removed = new HashMap<>();
    private final Map<Key, List<Integer>> changed = new HashMap<>();

    @Override
    public void added(Key key, Integer now) {
      assertThat(added.put(key, now)).isNull();
    }

    @Override
    public void removed(Key key, Integer before) {
      assertThat(removed.put(key, before)).isNull();
    }

    @Override
    public void changed(Key key, Integer before, Integer now) {
      assertThat(changed.put(key, List.of(before, now))).isNull();
    }
  }

  private record Version(PersistentMap<Key, Integer> map, Map<Key, Integer> expected) {}

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void behavesLikeAHashMap(int hashes) {
    for (int run = 0; run < RUNS; run++) {
      for (var version : history(run, hashes)) {
        var map = version.map();
        var expected = version.expected();

        assertThat(map.size()).isEqualTo(expected.size());
        assertThat(map.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(entries(map)).isEqualTo(expected);
        for (int number = 0; number < KEYS; number++) {
          var key = new Key(number, hashes);
          assertThat(map.get(key)).isEqualTo(expected.get(key));
        }
      }
    }
  }

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void equalContentIsEqualHoweverItCameAbout(int hashes) {
    for (int run = 0; run < RUNS; run++) {
      var version = history(run, hashes).getLast();

      PersistentMap<Key, Integer> rebuilt = PersistentMap.copyOf(version.expected());

      assertThat(version.map()).isEqualTo(rebuilt).hasSameHashCodeAs(rebuilt);
      assertThat(version.map().with(new Key(-1, hashes), 1)).isNotEqualTo(rebuilt);
    }
  }

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void aBuilderGivesWhatOneEntryAfterTheOtherGives(int hashes) {
    var random = new SplittableRandom(hashes);
    for (int run = 0; run < RUNS; run++) {
      PersistentMap<Key, Integer> expected = PersistentMap.empty();
      var builder = new PersistentMap.Builder<Key, Integer>();
      for (int i = random.nextInt(2 * KEYS); i > 0; i--) {
        var key = new Key(random.nextInt(KEYS), hashes);
        expected = expected.with(key, i);
        builder.put(key, i);
      }

      var built = builder.build();

      assertThat(built).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(built.size()).isEqualTo(expected.size());
      assertThat(entries(built)).isEqualTo(entries(expected));
      assertThat(built.with(new Key(-1, hashes), 1))
          .isEqualTo(expected.with(new Key(-1, hashes), 1));
    }
  }

  @Test
  void aBuilderMayGoOn() {
    var builder = new PersistentMap.Builder<String, Integer>();

    assertThat(builder.build()).isSameAs(PersistentMap.empty());
    var one = builder.put("a", 1).build();
    var two = builder.put("b", 2).put("a", 3).build();

    assertThat(one).isEqualTo(PersistentMap.of("a", 1));
    assertThat(two).isEqualTo(PersistentMap.of("a", 3).with("b", 2));
  }

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void replacesOnlyTheVeryObjectThatWasExpected(int hashes) {
    for (int run = 0; run < RUNS; run++) {
      var map = history(run, hashes).getLast().map();
      for (int number = 0; number < KEYS; number++) {
        var key = new Key(number, hashes);
        var known = map.get(key);

        assertThat(map.replace(key, known, 5000)).isEqualTo(map.with(key, 5000));
        assertThat(map.replace(key, known, null)).isEqualTo(map.without(key));
        assertThat(map.replace(key, known, known)).isSameAs(map);
        assertThat(map.replace(key, 5000, 1)).isNull();
        assertThat(map.replace(key, 5000, null)).isNull();
        if (known != null) {
          assertThat(map.replace(key, null, 1)).isNull();
          assertThat(map.replace(key, null, null)).isNull();
        }
      }
    }
  }

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void mergesLikeTwoHashMaps(int hashes) {
    for (int run = 0; run < RUNS; run++) {
      var versions = history(run, hashes);
      for (int i = 0; i < versions.size(); i++) {
        var one = versions.get(i);
        var two = versions.get((i * 7 + run) % versions.size());

        var merged = one.map().merge(two.map(), new EvenOnly());

        var expected = expectedMerge(one.expected(), two.expected());
        assertThat(merged).isEqualTo(PersistentMap.copyOf(expected));
        assertThat(merged.size()).isEqualTo(expected.size());
      }
    }
  }

  @ParameterizedTest(name = "hash codes modulo {0}")
  @ValueSource(ints = {0, 1, 3, 40})
  void theDifferenceIsWhatDiffers(int hashes) {
    for (int run = 0; run < RUNS; run++) {
      var versions = history(run, hashes);
      for (int i = 0; i < versions.size(); i++) {
        var before = versions.get(i);
        var now = versions.get((i * 5 + run) % versions.size());

        var differences = new Differences();
        now.map().diff(before.map(), differences);

        for (var key : union(now.expected(), before.expected())) {
          var old = before.expected().get(key);
          var value = now.expected().get(key);
          assertThat(differences.added.get(key)).isEqualTo(old == null ? value : null);
          assertThat(differences.removed.get(key)).isEqualTo(value == null ? old : null);
          boolean changed = old != null && value != null && !old.equals(value);
          assertThat(differences.changed.get(key)).isEqualTo(changed ? List.of(old, value) : null);
        }
      }
    }
  }

  @Test
  void writingTheSameObjectOrRemovingNothingReturnsTheMapItself() {
    var value = "value";
    var map = PersistentMap.of("key", value);

    assertThat(map.with("key", value)).isSameAs(map);
    assertThat(map.without("other")).isSameAs(map);
    assertThat(map.without("key")).isSameAs(PersistentMap.empty());
  }

  @Test
  void aMergeAsksOnlyAboutWhatTheTwoDoNotShare() {
    var shared = numbers(10_000);
    var one = shared.with(new Key(1, 0), 500_000).with(new Key(-1, 0), 1);
    var two = shared.with(new Key(2, 0), 500_000).without(new Key(3, 0));
    var merger = new GreaterValue();

    var merged = one.merge(two, merger);

    assertThat(merger.asked).isLessThan(200);
    assertThat(merged).isEqualTo(one.with(new Key(2, 0), 500_000));
  }

  @Test
  void aMergeThatChangesNothingReturnsTheMapItself() {
    var small = numbers(1000);
    var large = small;
    for (int i = 1000; i < 2000; i++) {
      large = large.with(new Key(i, 0), i);
    }

    assertThat(large.merge(small, new GreaterValue())).isSameAs(large);
    assertThat(small.merge(large, new GreaterValue())).isSameAs(large);
    assertThat(large.merge(PersistentMap.empty(), new GreaterValue())).isSameAs(large);
    assertThat(large.merge(large.with(new Key(0, 0), -1), new GreaterValue())).isSameAs(large);
  }

  @Test
  void aDifferenceVisitsOnlyWhatDiffers() {
    var before = numbers(10_000);
    var now = before.with(new Key(17, 0), -17).without(new Key(18, 0)).with(new Key(-1, 0), 1);
    var differences = new Differences();

    now.diff(before, differences);

    assertThat(differences.changed).isEqualTo(Map.of(new Key(17, 0), List.of(17, -17)));
    assertThat(differences.removed).isEqualTo(Map.of(new Key(18, 0), 18));
    assertThat(differences.added).isEqualTo(Map.of(new Key(-1, 0), 1));
  }

  @Test
  void keysAndValuesComeInTheSameOrder() {
    var map = numbers(100);

    var keys = map.keys().iterator();
    for (int value : map.values()) {
      assertThat(keys.next().number()).isEqualTo(value);
    }

    assertThat(keys.hasNext()).isFalse();
    assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anEmptyMapHasNothingToVisit() {
    PersistentMap<Key, Integer> empty = PersistentMap.empty();

    assertThat(empty.iterator().hasNext()).isFalse();
    assertThat(empty.getOrDefault(new Key(1, 0), 7)).isEqualTo(7);
    assertThat(empty).hasToString("{}").isNotEqualTo(Map.of());
  }

  private static PersistentMap<Key, Integer> numbers(int count) {
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (int i = 0; i < count; i++) {
      map = map.with(new Key(i, 0), i);
    }
    return map;
  }

  /// Versions of a map, and what each should hold; now growing, now shrinking.
  private static List<Version> history(int seed, int hashes) {
    var random = new SplittableRandom(seed);
    var versions = new ArrayList<Version>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    var expected = new HashMap<Key, Integer>();
    for (int step = 0; step < STEPS; step++) {
      var key = new Key(random.nextInt(KEYS), hashes);
      boolean growing = step % 100 < 60;
      if (random.nextInt(10) < (growing ? 8 : 1)) {
        int value = random.nextInt(1000);
        map = map.with(key, value);
        expected.put(key, value);
      } else {
        map = map.without(key);
        expected.remove(key);
      }
      if (step % 20 == 19) {
        versions.add(new Version(map, Map.copyOf(expected)));
      }
    }
    return versions;
  }

  private static Map<Key, Integer> expectedMerge(Map<Key, Integer> one, Map<Key, Integer> two) {
    var expected = new HashMap<Key, Integer>();
    var merger = new EvenOnly();
    for (var key : union(one, two)) {
      var value = one.get(key);
      var other = two.get(key);
      var kept =
          value == null
              ? merger.onlyOther(key, Objects.requireNonNull(other))
              : other == null ? merger.onlyThis(key, value) : merger.both(key, value, other);
      if (kept != null) {
        expected.put(key, kept);
      }
    }
    return expected;
  }

  private static Set<Key> union(Map<Key, Integer> one, Map<Key, Integer> two) {
    var keys = new HashSet<>(one.keySet());
    keys.addAll(two.keySet());
    return keys;
  }

  private static Map<Key, Integer> entries(PersistentMap<Key, Integer> map) {
    var entries = new HashMap<Key, Integer>();
    for (var entry : map) {
      assertThat(entries.put(entry.getKey(), entry.getValue())).isNull();
    }
    var visited = new HashMap<Key, Integer>();
    map.forEach(visited::put);
    assertThat(visited).isEqualTo(entries);
    return entries;
  }
}
