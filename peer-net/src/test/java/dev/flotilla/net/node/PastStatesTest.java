package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Writes;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LogRow;
import dev.flotilla.net.store.LogSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Clocks that are wrong put changes before those that they build on.
class PastStatesTest {
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final TestDevice ANN = TestDevice.named("Ann");

  private final MemoryLog log = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final List<LogRow> history = new ArrayList<>();

  @Test
  void aChangeThatStandsBeforeItsPastIsShownWithIt() {
    add(log.found(ANN, ANNS), 0);
    add(log.author(ANN, ANNS, Writes.create("one")), 1);
    add(log.author(ANN, ANNS, Writes.create("two")), 1);
    var states = new PastStates(new Ordered(history), () -> Lineages.NONE);

    // The list is now: founding, two, one.
    var atTwo = states.at(new ChangeRef(ANNS, 3), (_, _) -> true).orElseThrow();
    var atOne = states.at(new ChangeRef(ANNS, 2), (_, _) -> true).orElseThrow();

    assertThat(atTwo).isEqualTo(log.state());
    assertThat(atOne).isEqualTo(log.state());
  }

  @Test
  void steppingThroughALongPastKeepsNoMoreThanSomeStates() throws Exception {
    add(log.found(ANN, ANNS), 0);
    for (var i = 1; i <= 300; i++) {
      add(log.author(ANN, ANNS, Writes.create("flag" + i)), i);
    }
    var states = new PastStates(new Ordered(history), () -> Lineages.NONE);

    for (var seq = 1; seq <= 301; seq++) {
      var at = states.at(new ChangeRef(ANNS, seq), (_, _) -> true).orElseThrow();
      assertThat(at.flags()).hasSize(seq - 1);
    }

    assertThat(states.kept()).isBetween(64, 128);
  }

  private void add(Change change, int place) {
    history.add(place, new LogRow(change, change.author(), "Ann", log.state().vector()));
  }

  /// @param rows from the oldest on, whatever their clocks say
  private record Ordered(List<LogRow> rows) implements History {
    @Override
    public LogSlice after(Heads theirs, int maxBytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LogRow> page(@Nullable ReplicaId author, int limit, int offset) {
      return rows.reversed();
    }
  }
}
