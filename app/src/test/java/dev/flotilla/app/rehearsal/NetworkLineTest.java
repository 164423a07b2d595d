package dev.flotilla.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkLineTest {
  @Test
  void machinesWithACutBetweenThemAreApart() {
    NetworkLine line = NetworkLine.whole(4).toggled(1);

    assertThat(line.parts()).containsExactly(0, 0, 1, 1);
    assertThat(line.areApart(0, 1)).isFalse();
    assertThat(line.areApart(1, 2)).isTrue();
    assertThat(line.toggled(1)).isEqualTo(NetworkLine.whole(4));
  }

  @Test
  void aMachineThatIsCarriedElsewhereHearsItsNewNeighbours() {
    NetworkLine line = NetworkLine.whole(3).toggled(0).moved(0, 2);

    assertThat(line.order()).containsExactly(1, 2, 0);
    assertThat(line.areApart(0, 2)).isFalse();
    assertThat(line.areApart(0, 1)).isTrue();
    assertThat(line.moved(1, 99).order()).containsExactly(2, 0, 1);
  }

  @Test
  void aRowNamesEachMachineOnceAndCutsOnlyBetweenThem() {
    assertThatThrownBy(() -> new NetworkLine(List.of(0, 0, 1), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NetworkLine(List.of(0, 1), Set.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
