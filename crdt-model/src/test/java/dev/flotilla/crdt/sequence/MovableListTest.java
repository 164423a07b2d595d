package dev.flotilla.crdt.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovableListTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);
  private static final Dot A1 = new Dot(A, 1);
  private static final Dot A2 = new Dot(A, 2);
  private static final Dot A3 = new Dot(A, 3);

  @Test
  void aMoveTakesAnItemToItsIndex() {
    var list = abc();

    assertThat(values(moved(list, dot(A, 4), 4, A1, 2))).containsExactly("b", "c", "a");
    assertThat(values(moved(list, dot(A, 4), 4, A3, 0))).containsExactly("c", "a", "b");
    assertThat(values(moved(list, dot(A, 4), 4, A2, 1))).containsExactly("a", "b", "c");
  }

  @Test
  void concurrentMovesLeaveOneItemAtThePlaceOfTheLater() {
    var one = moved(abc(), dot(A, 4), 4, A1, 2);
    var other = moved(abc(), dot(B, 1), 5, A1, 1);

    var both = one.join(other);

    assertThat(both).isEqualTo(other.join(one)).hasSameHashCodeAs(other.join(one));
    assertThat(values(both)).containsExactly("b", "a", "c");
    assertThat(item(both, A1).placeInConflict()).isTrue();
    assertThat(item(both, A2).placeInConflict()).isFalse();
    assertThat(item(moved(both, dot(A, 5), 6, A1, 0), A1).placeInConflict()).isFalse();
  }

  @Test
  void aMoveAndAChangeAtTheSameTimeBothCount() {
    var both = moved(abc(), dot(A, 4), 4, A1, 2).join(set(abc(), dot(B, 1), 4, A1, "x"));

    assertThat(values(both)).containsExactly("b", "c", "x");
    assertThat(item(both, A1).valueInConflict()).isFalse();
  }

  @Test
  void concurrentChangesAreSiblingsOfWhichTheLaterIsShown() {
    var both = set(abc(), dot(A, 4), 4, A1, "x").join(set(abc(), dot(B, 1), 5, A1, "y"));

    assertThat(item(both, A1).value()).isEqualTo("y");
    assertThat(item(both, A1).valueInConflict()).isTrue();
    assertThat(item(both, A1).siblings()).hasSize(2);
    assertThat(both.toString()).contains("value=y");
  }

  @Test
  void anEditAtTheSameTimeAsARemovalKeepsAllOfTheItem() {
    var removed = abc().remove(dot(B, 1), A2).applyTo(abc());
    assertThat(values(removed)).containsExactly("a", "c");

    assertThat(values(removed.join(set(abc(), dot(A, 4), 4, A2, "x"))))
        .containsExactly("a", "x", "c");
    assertThat(values(removed.join(moved(abc(), dot(A, 4), 4, A2, 0))))
        .containsExactly("b", "a", "c");
    assertThat(values(removed.join(abc()))).containsExactly("a", "c");
    assertThat(values(moved(removed, dot(B, 2), 9, A2, 2))).containsExactly("a", "c", "b");
  }

  @Test
  void anItemShowsOnceItsInsertionHasArrived() {
    var move = abc().move(dot(A, 4), at(4), A2, 0);
    var early = move.applyTo(MovableList.empty());

    assertThat(early.items()).isEmpty();
    assertThat(values(early.join(abc()))).containsExactly("b", "a", "c");
  }

  @Test
  void removingWhatIsNotThereRemovesNothing() {
    assertThat(values(abc().remove(dot(A, 4), dot(B, 9)).applyTo(abc()))).hasSize(3);
  }

  @Test
  void anItemOrAPageIsReadByIndex() {
    var list = abc();

    assertThat(list.size()).isEqualTo(3);
    assertThat(list.get(1)).isEqualTo(item(list, A2));
    assertThat(list.items(1, 3)).isEqualTo(list.items().subList(1, 3));
    assertThat(list.items(3, 3)).isEmpty();
    assertThatThrownBy(() -> list.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.items(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesWhatIsNotThereOrTooLarge() {
    var list = abc();
    var large = "x".repeat(64 * 1024 + 1);

    assertThatThrownBy(() -> list.insert(dot(A, 4), at(4), 4, "d"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.insert(dot(A, 4), at(4), -1, "d"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.move(dot(A, 4), at(4), A1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.move(dot(A, 4), at(4), dot(B, 9), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list.set(dot(A, 4), at(4), dot(B, 9), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list.set(dot(A, 4), at(4), A1, large))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list.insert(dot(A, 4), at(4), 0, large))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MovableList<String> abc() {
    var list = MovableList.<String>empty();
    list = list.insert(A1, at(1), 0, "a").applyTo(list);
    list = list.insert(A2, at(2), 1, "b").applyTo(list);
    return list.insert(A3, at(3), 2, "c").applyTo(list);
  }

  private static MovableList<String> moved(
      MovableList<String> list, Dot dot, int time, Dot id, int index) {
    return list.move(dot, at(time), id, index).applyTo(list);
  }

  private static MovableList<String> set(
      MovableList<String> list, Dot dot, int time, Dot id, String value) {
    return list.set(dot, at(time), id, value).applyTo(list);
  }

  private static List<String> values(MovableList<String> list) {
    return list.items().stream().map(Item::value).toList();
  }

  private static Item<String> item(MovableList<String> list, Dot id) {
    return list.items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  private static HybridTimestamp at(int time) {
    return new HybridTimestamp(time, 0);
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
