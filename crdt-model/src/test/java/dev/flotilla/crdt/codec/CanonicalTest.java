package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalTest {

  private static final String ADA_HEX = "00000000000000010000000000000000";
  private static final String BOB_HEX = "ffffffffffffffff0000000000000000";
  private static final ReplicaId ADA = ReplicaId.parse(ADA_HEX);
  private static final ReplicaId BOB = ReplicaId.parse(BOB_HEX);

  @Test
  void goldenBytes() {
    var vector = VersionVector.EMPTY.with(BOB, 200).with(ADA, 1);
    var context = CausalContext.of(vector).with(new Dot(ADA, 3));

    assertThat(hex(Canonical.VERSION_VECTOR, vector))
        .isEqualTo("02" + ADA_HEX + "01" + BOB_HEX + "c801");
    assertThat(hex(Canonical.CAUSAL_CONTEXT, context))
        .isEqualTo("02" + ADA_HEX + "01" + BOB_HEX + "c801" + "01" + ADA_HEX + "03");
    assertThat(hex(Canonical.HYBRID_TIMESTAMP, new HybridTimestamp(1, 2)))
        .isEqualTo("0000000000010002");
  }

  @Test
  void keysAreInTheOrderOfTheirBytes() {
    var map =
        DotMap.whole(
            PersistentMap.of("bb", DotSet.of(new Dot(ADA, 1)))
                .with("c", DotSet.of(new Dot(ADA, 2))));

    assertThat(hex(CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET), map))
        .isEqualTo("0002" + "0163" + "01" + ADA_HEX + "02" + "026262" + "01" + ADA_HEX + "01");
  }

  @Test
  void refusesOtherFormsOfTheSameVector() {
    assertMalformed(Canonical.VERSION_VECTOR, "02" + BOB_HEX + "01" + ADA_HEX + "01");
    assertMalformed(Canonical.VERSION_VECTOR, "02" + ADA_HEX + "01" + ADA_HEX + "01");
    assertMalformed(Canonical.VERSION_VECTOR, "01" + ADA_HEX + "00");
    assertMalformed(Canonical.VERSION_VECTOR, "01" + ADA_HEX + "01" + "00");
  }

  @Test
  void refusesOtherFormsOfTheSameContext() {
    assertMalformed(Canonical.CAUSAL_CONTEXT, "00" + "01" + ADA_HEX + "01");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + "03" + "01" + ADA_HEX + "02");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "00" + "02" + BOB_HEX + "05" + ADA_HEX + "05");
  }

  @Test
  void refusesATimeOutOfRange() {
    assertMalformed(Canonical.HYBRID_TIMESTAMP, "8000000000000000");
  }

  @Test
  void refusesAWholeMapWithAKeyWithoutDots() {
    var codec = CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET);

    assertMalformed(codec, "0001" + "0163" + "00");
    assertMalformed(codec, "02" + "00");
    assertThat(codec.decode(HexFormat.of().parseHex("0101" + "0163" + "00")).isPartial()).isTrue();
  }

  @Test
  void refusesADotThatItsContextDoesNotContain() {
    var codec = CanonicalStores.causal(CanonicalStores.DOT_SET);
    var seen = new Causal<>(DotSet.of(new Dot(ADA, 1)), CausalContext.of(new Dot(ADA, 1)));

    assertThat(codec.decode(codec.encode(seen))).isEqualTo(seen);
    assertMalformed(codec, "01" + ADA_HEX + "01" + "00" + "00");
  }

  private static <T> String hex(Codec<T> codec, T value) {
    byte[] bytes = codec.encode(value);
    assertThat(codec.decode(bytes)).isEqualTo(value);
    return HexFormat.of().formatHex(bytes);
  }

  private static void assertMalformed(Codec<?> codec, String hex) {
    assertThatThrownBy(() -> codec.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOf(MalformedBytesException.class);
  }
}
