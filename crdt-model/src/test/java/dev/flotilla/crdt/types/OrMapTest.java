package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrMapTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);

  private final OrMap<String, DotFun<Stamped<String>>> empty = OrMap.empty();

  @Test
  void aWriteIsReadUnderItsKey() {
    var map = write(empty, ADA_1, "owner", "ada").applyTo(empty);

    assertThat(read(map, "owner")).contains("ada");
    assertThat(read(map, "kind")).isEmpty();
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void anUpdateThatTheRemoveHasNotSeenStays() {
    var shared = write(empty, ADA_1, "owner", "ada").applyTo(empty);

    var removed = shared.remove(BOB_1, "owner");
    var updated = write(shared, ADA_2, "owner", "carl");

    var converged = removed.applyTo(updated.applyTo(shared));
    assertThat(read(converged, "owner")).contains("carl");
    assertThat(updated.applyTo(removed.applyTo(shared))).isEqualTo(converged);
  }

  @Test
  void removingEndsWhatWasSeenAndTouchesNoOtherKey() {
    var map = write(empty, ADA_1, "owner", "ada").applyTo(empty);
    map = write(map, ADA_2, "kind", "release").applyTo(map);

    var remove = map.remove(BOB_1, "owner");

    assertThat(remove.fragment().causal().context()).isEqualTo(CausalContext.of(ADA_1, BOB_1));
    assertThat(remove.applyTo(map).contains("owner")).isFalse();
    assertThat(read(remove.applyTo(map), "kind")).contains("release");
  }

  @Test
  void removingAnUnknownKeyRecordsTheEditAlone() {
    var map = write(empty, ADA_1, "owner", "ada").applyTo(empty);

    var removed = map.remove(BOB_1, "kind").applyTo(map);

    assertThat(removed.causal().store()).isEqualTo(map.causal().store());
    assertThat(removed.causal().context().contains(BOB_1)).isTrue();
  }

  private static Delta<OrMap<String, DotFun<Stamped<String>>>> write(
      OrMap<String, DotFun<Stamped<String>>> map, Dot dot, String key, String value) {
    var register = new SiblingRegister<>(map.get(key, DotFun.empty()));
    var written = register.write(dot, new HybridTimestamp(dot.counter(), 0), value);
    return map.update(key, written.fragment().causal());
  }

  private static Optional<String> read(OrMap<String, DotFun<Stamped<String>>> map, String key) {
    return new SiblingRegister<>(map.get(key, DotFun.empty())).value();
  }
}
