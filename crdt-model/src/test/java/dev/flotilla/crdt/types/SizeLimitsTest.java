package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalStores;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.graph.AddWinsGraph;
import org.junit.jupiter.api.Test;

/// The limits of the types whose other tests say nothing of them.
class SizeLimitsTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final String LARGEST = "a".repeat(Limits.KEY_BYTES_MAX);
  private static final String TOO_LARGE = LARGEST + "a";

  @Test
  void aSetTakesTheLargestElementAndRefusesALargerOne() {
    var set = OrSet.<String>empty();
    var codec = CanonicalTypes.orSet(Codec.UTF8);

    var largest = set.add(ADA_1, LARGEST).applyTo(set);

    assertThat(codec.decode(codec.encode(largest))).isEqualTo(largest);
    assertThatIllegalArgumentException().isThrownBy(() -> set.add(ADA_1, TOO_LARGE));
  }

  @Test
  void aMapRefusesAKeyThatIsTooLarge() {
    var map = OrMap.<String, DotSet>empty();
    var on = EnableWinsFlag.OFF.enable(ADA_1).fragment().causal();

    assertThat(map.update(LARGEST, on).applyTo(map).contains(LARGEST)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> map.update(TOO_LARGE, on));
  }

  /// The delta of a removal lists the key that it removes, and no codec writes one that large.
  @Test
  void whatIsTooLargeToBeAddedCannotBeRemovedEither() {
    var set = OrSet.<String>empty();
    var map = OrMap.<String, DotSet>empty();
    var graph = AddWinsGraph.<String>empty();

    assertThatIllegalArgumentException().isThrownBy(() -> set.remove(ADA_1, TOO_LARGE));
    assertThatIllegalArgumentException().isThrownBy(() -> map.remove(ADA_1, TOO_LARGE));
    assertThatIllegalArgumentException().isThrownBy(() -> graph.removeVertex(ADA_1, TOO_LARGE));
    assertThatIllegalArgumentException().isThrownBy(() -> graph.removeEdge(ADA_1, "a", TOO_LARGE));
    assertThatIllegalArgumentException().isThrownBy(() -> graph.removeEdge(ADA_1, TOO_LARGE, "a"));
  }

  @Test
  void whatGotPastTheEditsIsNeitherWrittenNorRead() {
    var entries = PersistentMap.of(TOO_LARGE, DotSet.of(ADA_1));
    var causal = new Causal<>(DotMap.whole(entries), CausalContext.of(ADA_1));
    byte[] bytes =
        CanonicalStores.causal(CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET))
            .encode(causal);

    var sets = CanonicalTypes.orSet(Codec.UTF8);
    var maps = CanonicalTypes.orMap(Codec.UTF8, CanonicalStores.DOT_SET);

    assertThatIllegalArgumentException().isThrownBy(() -> sets.encode(new OrSet<>(causal)));
    assertThatIllegalArgumentException().isThrownBy(() -> maps.encode(new OrMap<>(causal)));
    assertThatExceptionOfType(MalformedBytesException.class).isThrownBy(() -> sets.decode(bytes));
    assertThatExceptionOfType(MalformedBytesException.class).isThrownBy(() -> maps.decode(bytes));
  }
}
