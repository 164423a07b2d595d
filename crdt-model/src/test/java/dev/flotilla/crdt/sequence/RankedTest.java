package dev.flotilla.crdt.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankedTest {

  /// Odd numbers weigh 1.
  private record Weighed(int value) implements Ranked.Key<Weighed> {

    @Override
    public int order(Weighed other) {
      return Integer.compare(value, other.value);
    }

    @Override
    public int weight() {
      return value % 2;
    }
  }

  @Test
  void knowsWhatASortedSetKnows() {
    var random = new SplittableRandom(1);
    var model = new TreeSet<Integer>();
    var ranked = Ranked.<Weighed>empty();
    for (int i = 0; i < 3000; i++) {
      int value = random.nextInt(300);
      boolean remove = random.nextInt(5) < 2;
      ranked = remove ? ranked.without(new Weighed(value)) : ranked.with(new Weighed(value));
      if (remove) {
        model.remove(value);
      } else {
        model.add(value);
      }
      int asked = random.nextInt(300);

      assertThat(ranked.size()).isEqualTo(model.size());
      assertThat(ranked.rank(new Weighed(asked))).isEqualTo(model.headSet(asked).size());
      assertThat(value(ranked.floor(new Weighed(asked)))).isEqualTo(model.floor(asked));
      assertThat(value(ranked.ceiling(new Weighed(asked)))).isEqualTo(model.ceiling(asked));
    }

    var visited = new ArrayList<Integer>();
    ranked.forEach(number -> visited.add(number.value()));
    var odd = model.stream().filter(value -> value % 2 == 1).toList();
    assertThat(visited).containsExactlyElementsOf(model);
    assertThat(ranked.weight()).isEqualTo(odd.size());
    for (int i = 0; i < odd.size(); i++) {
      assertThat(value(ranked.atWeight(i))).isEqualTo(odd.get(i));
    }
    assertThat(ranked.atWeight(odd.size())).isNull();
    assertThat(ranked.at(-1)).isNull();
    assertThat(ranked.at(model.size())).isNull();
    assertThat(ranked.range(1, 3)).extracting(Weighed::value).isEqualTo(visited.subList(1, 3));
  }

  @Test
  void isBuiltOfASortedList() {
    var ranked = Ranked.of(List.of(new Weighed(1), new Weighed(4), new Weighed(7)));

    assertThat(ranked.range(0, 3)).extracting(Weighed::value).containsExactly(1, 4, 7);
    assertThat(ranked.weight()).isEqualTo(2);
    assertThat(Ranked.<Weighed>of(List.of()).size()).isZero();
  }

  private static @Nullable Integer value(@Nullable Weighed number) {
    return number == null ? null : number.value();
  }
}
