package dev.flotilla.crdt.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FugueListTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);

  @Test
  void elementsGoWhereTheIndexSays() {
    var list = FugueList.<String>empty();
    list = list.insert(dot(A, 1), 0, "b").applyTo(list);
    list = list.insert(dot(A, 2), 0, "a").applyTo(list);
    list = list.insert(dot(A, 3), 2, "c").applyTo(list);
    list = list.delete(dot(A, 4), 1).applyTo(list);

    assertThat(list.elements()).containsExactly("a", "c");
    assertThat(list.get(1)).isEqualTo("c");
    assertThat(list.position(0)).isEqualTo(dot(A, 2));
    assertThat(list).hasToString("[a, c]");
    assertThat(list.positions().order()).hasSize(3);
  }

  @Test
  void anElementDeletedTwiceIsGoneAndAnInsertBesideItStays() {
    var list = FugueList.<String>empty();
    list = list.insert(dot(A, 1), 0, "a").applyTo(list);

    var deleted = list.delete(dot(A, 2), 0).applyTo(list);
    var both = list.delete(dot(B, 1), 0).applyTo(list.insert(dot(B, 2), 1, "b").applyTo(list));

    assertThat(deleted.join(both).elements()).containsExactly("b");
    assertThat(both.join(deleted)).isEqualTo(deleted.join(both));
  }

  @Test
  void aDeletionThatArrivesBeforeItsInsertionWins() {
    var empty = FugueList.<String>empty();
    var insertion = empty.insert(dot(A, 1), 0, "a");
    var list = insertion.applyTo(empty);
    var deletion = list.delete(dot(A, 2), 0);

    var early = deletion.applyTo(empty);

    assertThat(early.size()).isZero();
    assertThat(insertion.applyTo(early)).isEqualTo(deletion.applyTo(list));
    assertThat(insertion.applyTo(early).elements()).isEmpty();
  }

  @Test
  void manyEditsReadLikeThoseOfAPlainList() {
    var random = new SplittableRandom(3);
    var list = FugueList.<Integer>empty();
    var model = new ArrayList<Integer>();
    for (int i = 1; i <= 5000; i++) {
      if (!model.isEmpty() && random.nextInt(3) == 0) {
        int index = random.nextInt(model.size());
        list = list.delete(dot(A, i), index).applyTo(list);
        model.subList(index, index + 1).clear();
      } else {
        int index = random.nextInt(model.size() + 1);
        list = list.insert(dot(A, i), index, i).applyTo(list);
        model.add(index, i);
      }
      assertThat(list.size()).isEqualTo(model.size());
    }

    assertThat(list.elements()).isEqualTo(model);
    assertThat(FugueList.of(list.positions(), list.elementsByPosition()).elements())
        .isEqualTo(model);
  }

  /// Halves the room between two elements again and again, so that it has to be made anew.
  @Test
  void thereIsAlwaysRoomBetweenTwoElements() {
    var list = FugueList.<Integer>empty();
    var model = new ArrayList<Integer>();
    for (int i = 1; i <= 3000; i++) {
      int index = i < 3 ? i - 1 : 1 + (i - 2) / 2;
      list = list.insert(dot(A, i), index, i).applyTo(list);
      model.add(index, i);
    }

    assertThat(list.elements()).isEqualTo(model);
  }

  @Test
  void thereIsAlwaysRoomAtTheStartAndAtTheEnd() {
    var tree = FugueTree.EMPTY.with(dot(A, 1), Origin.START);
    assertThat(tree.order()).hasSize(1);
    for (int i = 2; i <= 2000; i++) {
      boolean atStart = i % 2 == 0;
      tree =
          tree.with(
              dot(A, i),
              atStart
                  ? tree.between(Optional.empty(), Optional.empty())
                  : tree.between(Optional.of(tree.order().getLast()), Optional.empty()));
    }

    assertThat(tree.order())
        .hasSize(2000)
        .startsWith(dot(A, 2000), dot(A, 1998))
        .endsWith(dot(A, 1999));
  }

  @Test
  void joinsListsOfAllSizes() {
    var list = FugueList.<Integer>empty();
    for (int i = 1; i <= 50; i++) {
      list = list.insert(dot(A, i), i - 1, i).applyTo(list);
    }
    assertThat(list.elements()).hasSize(50);

    var less = list.delete(dot(B, 1), 10).applyTo(list);
    var more = list.insert(dot(B, 2), 20, 100).applyTo(list);
    var other = FugueList.<Integer>empty();
    other = other.insert(dot(B, 3), 0, 200).applyTo(other);

    assertThat(less.join(more)).isEqualTo(more.join(less));
    assertThat(less.join(more).elements()).hasSize(50).contains(100).doesNotContain(11);
    assertThat(list.join(less)).isEqualTo(less);
    assertThat(more.join(other).elements()).isEqualTo(other.join(more).elements()).hasSize(52);
    assertThat(more.join(more)).isSameAs(more);
  }

  @Test
  void aDotUsedTwiceHangsWhereTheLesserOriginSays() {
    var list = FugueList.<String>empty();
    list = list.insert(dot(A, 1), 0, "a").applyTo(list);
    var right = list.insert(dot(A, 2), 1, "b").applyTo(list);
    var left = list.insert(dot(A, 2), 0, "b").applyTo(list);
    assertThat(right.elements()).containsExactly("a", "b");

    assertThat(right.join(left).elements()).containsExactly("b", "a");
    assertThat(left.join(right)).isEqualTo(right.join(left)).hasSameHashCodeAs(right.join(left));
    assertThat(right.delete(dot(A, 3), 1).applyTo(left))
        .isEqualTo(left.delete(dot(A, 3), 0).applyTo(left));
  }

  @Test
  void refusesIndexesThatAreNotThereAndElementsTooLarge() {
    var list = FugueList.<String>empty();

    assertThatThrownBy(() -> list.insert(dot(A, 1), 1, "a"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.insert(dot(A, 1), -1, "a"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.delete(dot(A, 1), 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.insert(dot(A, 1), 0, "x".repeat(64 * 1024 + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
