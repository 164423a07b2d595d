package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.GSet;
import dev.flotilla.crdt.types.LwwRegister;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalTypesTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Codec<LwwRegister<String>> REGISTER = CanonicalTypes.lwwRegister(Codec.UTF8);
  private static final Codec<byte[]> OCTETS =
      Codec.of(CanonicalWriter::bytes, CanonicalReader::bytes);

  @Test
  void goldenBytesOfARegister() {
    var register = LwwRegister.<String>empty();
    register = register.write(ADA_1, new HybridTimestamp(1, 2), "on").applyTo(register);

    assertThat(HexFormat.of().formatHex(REGISTER.encode(register)))
        .isEqualTo(
            "01" + "00000000000000010000000000000000" + "01" + "0000000000010002" + "026f6e");
    assertThat(REGISTER.encode(LwwRegister.empty())).containsExactly(0);
  }

  @Test
  void elementsThatDifferInOneByteTakeTwo() {
    var set = GSet.<String>empty();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      set = set.add(String.valueOf(letter)).applyTo(set);
    }
    var codec = CanonicalTypes.gSet(Codec.UTF8);

    assertThat(codec.encode(set)).hasSize(1 + 4 + 25 * 2);
    assertThat(codec.decode(codec.encode(set))).isEqualTo(set);
  }

  @Test
  void refusesAMarkThatIsNeitherYesNorNo() {
    assertThatExceptionOfType(MalformedBytesException.class)
        .isThrownBy(() -> REGISTER.decode(new byte[] {2}));
  }

  @Test
  void textsCountWithoutTheLengthBeforeThem() {
    var key = CanonicalTypes.key(Codec.UTF8);
    var longest = "ä".repeat(Limits.KEY_BYTES_MAX / 2);
    byte[] tooLong = Codec.UTF8.encode(longest + "a");

    assertThat(key.decode(key.encode(longest))).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key.encode(longest + "a"))
        .withMessage("a key above 512 bytes");
    assertThatExceptionOfType(MalformedBytesException.class)
        .isThrownBy(() -> key.decode(tooLong))
        .withMessage("a key above 512 bytes at byte 0");
  }

  @Test
  void byteArraysCountWithoutTheLengthBeforeThem() {
    var value = CanonicalTypes.value(OCTETS);
    byte[] tooLong = OCTETS.encode(new byte[Limits.VALUE_BYTES_MAX + 1]);

    assertThat(value.decode(value.encode(new byte[Limits.VALUE_BYTES_MAX])))
        .hasSize(Limits.VALUE_BYTES_MAX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value.encode(new byte[Limits.VALUE_BYTES_MAX + 1]));
    assertThatExceptionOfType(MalformedBytesException.class)
        .isThrownBy(() -> value.decode(tooLong));
  }

  @Test
  void anythingElseCountsWithAllOfItsBytes() {
    var pairs =
        Codec.of(
            (to, pair) -> to.utf8(pair.name()).u8(pair.kind()),
            from -> new Pair(from.utf8(), from.u8()));
    var key = CanonicalTypes.key(pairs);
    var longest = new Pair("a".repeat(Limits.KEY_BYTES_MAX - 3), 1);
    var tooLong = new Pair(longest.name() + "a", 1);

    assertThat(key.decode(key.encode(longest))).isEqualTo(longest);
    assertThatIllegalArgumentException().isThrownBy(() -> key.encode(tooLong));
    assertThatExceptionOfType(MalformedBytesException.class)
        .isThrownBy(() -> key.decode(pairs.encode(tooLong)));
  }

  private record Pair(String name, int kind) {}
}
