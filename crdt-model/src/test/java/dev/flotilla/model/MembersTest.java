package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MembersTest {
  @Test
  void anyChangesGiveWhatAnOrdinarySetHas() {
    var random = new SplittableRandom(64);
    var expected = new TreeSet<String>();
    var members = Members.NONE;
    for (int round = 0; round < 60; round++) {
      var touched = new TreeSet<String>();
      int count = random.nextInt(1, 900);
      for (int n = 0; n < count; n++) {
        touched.add("m" + random.nextInt(6000));
      }
      boolean grows = random.nextInt(3) > 0;
      touched.forEach(text -> {
        if (grows || random.nextBoolean()) {
          expected.add(text);
        } else {
          expected.remove(text);
        }
      });

      members = members.changed(touched, expected::contains);

      assertThat(members).hasSize(expected.size());
      assertThat(List.copyOf(members)).isEqualTo(List.copyOf(expected));
      assertThat(members.asList()).isEqualTo(List.copyOf(expected));
      var probe = "m" + random.nextInt(6000);
      var end = probe + "~";
      assertThat(members.contains(probe)).isEqualTo(expected.contains(probe));
      assertThat(members.subSet(probe, end)).isEqualTo(expected.subSet(probe, end));
      assertThat(members.headSet(probe)).isEqualTo(expected.headSet(probe));
      assertThat(members.tailSet(probe)).isEqualTo(expected.tailSet(probe));
    }
    assertThat(members.first()).isEqualTo(expected.first());
    assertThat(members.last()).isEqualTo(expected.last());
    assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected);
  }

  @Test
  void everythingCanGo() {
    var members = Members.of(List.of("b", "a", "c"));

    var none = members.changed(List.of("a", "b", "c", "d"), _ -> false);

    assertThat(none).isEmpty();
    assertThat(none.contains("a")).isFalse();
    assertThat(members).containsExactly("a", "b", "c");
    assertThatThrownBy(none::first).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> members.asList().get(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void listsAreEqualIfTheyHoldTheSameInWhateverChunks() {
    var some = Members.of(List.of("a", "b", "c"));
    var grown = Members.of(List.of("a", "b")).changed(List.of("c"), _ -> true);

    assertThat(some.asList()).isEqualTo(grown.asList()).hasSameHashCodeAs(grown.asList());
    assertThat(some.asList().equals(List.of("a", "b", "c"))).isTrue();
    assertThat(some.asList().equals(List.of("a", "b"))).isFalse();
    assertThat(some.asList()).isNotEqualTo(Members.of(List.of("a", "b", "d")).asList());
  }
}
