package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.HexFormat;
import java.util.List;
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
        .isEqualTo("02" + ADA_HEX + "01" + "01" + "00" + BOB_HEX + "c801" + "00");
    assertThat(hex(Canonical.HYBRID_TIMESTAMP, new HybridTimestamp(1, 2)))
        .isEqualTo("0000000000010002");
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
    assertMalformed(Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + "00" + "00");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "02" + BOB_HEX + "0500" + ADA_HEX + "0500");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "02" + ADA_HEX + "0500" + ADA_HEX + "0500");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + "01" + "02" + "00");
  }

  @Test
  void countersGoUpToTheGreatestThereIs() {
    var max = new Dot(ADA, Long.MAX_VALUE);
    var nextToMax = new Dot(ADA, Long.MAX_VALUE - 1);

    for (var context :
        List.of(
            CausalContext.of(max),
            CausalContext.of(nextToMax),
            CausalContext.of(max, nextToMax),
            CausalContext.of(VersionVector.EMPTY.with(ADA, Long.MAX_VALUE)),
            CausalContext.of(VersionVector.EMPTY.with(ADA, Long.MAX_VALUE - 2)).with(max))) {
      hex(Canonical.CAUSAL_CONTEXT, context);
    }

    String most = "ffffffffffffffff7f";
    assertMalformed(Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + most + "01" + "00");
    assertMalformed(Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + "00" + "01" + most);
    assertMalformed(
        Canonical.CAUSAL_CONTEXT, "01" + ADA_HEX + "00" + "02" + "fdffffffffffffff7f" + "00");
  }

  @Test
  void refusesATimeOutOfRange() {
    assertMalformed(Canonical.HYBRID_TIMESTAMP, "8000000000000000");
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
