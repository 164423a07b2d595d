package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/// Keys with the same hash code, which a sender can choose: strings like "Aa" and "BB".
class PersistentMapCollisionsTest {

  private static final PersistentMap<String, Integer> TWO = PersistentMap.of("Aa", 1).with("BB", 2);

  @Test
  void equalMapsAreEqualWhateverTheOrderOfTheirKeys() {
    var otherOrder = PersistentMap.of("BB", 2).with("Aa", 1);

    assertThat(TWO).isEqualTo(otherOrder).hasSameHashCodeAs(otherOrder);
    assertThat(TWO.with("x", 3)).isEqualTo(otherOrder.with("x", 3));
  }

  @Test
  void mapsThatDifferInOneOfTheKeysAreNotEqual() {
    assertThat(TWO).isNotEqualTo(TWO.with("BB", 3));
    assertThat(TWO).isNotEqualTo(PersistentMap.of("Aa", 1).with("C#", 2));
    assertThat(TWO).isNotEqualTo(PersistentMap.of("Aa", 1));
    assertThat(TWO.with("C#", 3)).isNotEqualTo(TWO);
  }

  @Test
  void anIteratorEndsAfterTheLastOfThem() {
    var entries = TWO.iterator();
    entries.next();
    entries.next();

    assertThat(entries.hasNext()).isFalse();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    var keys = TWO.keys().iterator();
    keys.next();
    keys.next();
    assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(PersistentMap.empty().iterator()::next)
        .isInstanceOf(NoSuchElementException.class);
  }
}
