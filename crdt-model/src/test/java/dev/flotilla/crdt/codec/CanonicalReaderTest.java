package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.ReplicaId;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {

  @Test
  void readsWhatWasWritten() {
    byte[] bytes =
        new CanonicalWriter()
            .u8(255)
            .u16(65_535)
            .u32(0xFFFF_FFFFL)
            .u48(0xFFFF_FFFF_FFFFL)
            .varint(300)
            .bytes(new byte[] {1, 2})
            .raw(new byte[] {3})
            .utf8("ä𝄞")
            .replicaId(new ReplicaId(-1, 2))
            .toBytes();

    var reader = new CanonicalReader(bytes);

    assertThat(reader.u8()).isEqualTo(255);
    assertThat(reader.u16()).isEqualTo(65_535);
    assertThat(reader.u32()).isEqualTo(0xFFFF_FFFFL);
    assertThat(reader.u48()).isEqualTo(0xFFFF_FFFF_FFFFL);
    assertThat(reader.varint()).isEqualTo(300);
    assertThat(reader.bytes()).containsExactly(1, 2);
    assertThat(reader.raw(1)).containsExactly(3);
    assertThat(reader.utf8()).isEqualTo("ä𝄞");
    assertThat(reader.replicaId()).isEqualTo(new ReplicaId(-1, 2));
    reader.end();
  }

  @Test
  void bytesAreTheOnesOfTheFormat() {
    byte[] bytes = new CanonicalWriter().u16(0x0102).u48(3).varint(300).utf8("ä").u32(4).toBytes();

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("0102000000000003ac0202c3a400000004");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "127, 7f",
    "128, 8001",
    "16383, ff7f",
    "16384, 808001",
    "9223372036854775807, ffffffffffffffff7f"
  })
  void aNumberTakesAsFewBytesAsPossible(long value, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(new CanonicalWriter().varint(value).toBytes()).isEqualTo(bytes);
    assertThat(new CanonicalReader(bytes).varint()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8000", "ff00", "80", "", "ffffffffffffffffff01", "80808080808080808001"})
  void refusesNumbersThatAreLongerThanNeededOrCutOff(String hex) {
    var reader = new CanonicalReader(HexFormat.of().parseHex(hex));

    assertMalformed(reader::varint);
  }

  @Test
  void aCountIsCheckedAgainstTheBytesLeft() {
    byte[] claim = new CanonicalWriter().varint(Long.MAX_VALUE).toBytes();

    assertMalformed(() -> new CanonicalReader(claim).count(1));
    assertMalformed(() -> new CanonicalReader(claim).bytes());
    assertMalformed(() -> new CanonicalReader(claim).utf8());
    assertMalformed(() -> new CanonicalReader(new byte[] {2, 0, 0, 0}).count(2));
    assertThat(new CanonicalReader(new byte[] {2, 0, 0, 0, 0}).count(2)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"02c080", "01ff", "03eda080", "04f4908080", "01c3"})
  void refusesTextThatIsNotUtf8(String hex) {
    assertMalformed(new CanonicalReader(HexFormat.of().parseHex(hex))::utf8);
  }

  @Test
  void refusesMoreThanTheLimit() {
    byte[] four = new CanonicalWriter().utf8("abcd").toBytes();

    assertThat(new CanonicalReader(four).utf8(4)).isEqualTo("abcd");
    assertMalformed(() -> new CanonicalReader(four).utf8(3));
    assertMalformed(() -> new CanonicalReader(four).bytes(3));
  }

  @Test
  void refusesBytesAfterTheEnd() {
    var reader = new CanonicalReader(new byte[] {1, 2});
    assertThat(reader.u8()).isEqualTo(1);

    assertThatThrownBy(reader::end)
        .isInstanceOfSatisfying(
            MalformedBytesException.class,
            e -> {
              assertThat(e.offset()).isEqualTo(1);
              assertThat(e.reason()).isEqualTo("1 bytes too many");
            });
  }

  @Test
  void theWriterRefusesWhatHasNoForm() {
    var writer = new CanonicalWriter();

    assertRefused(() -> writer.u8(256));
    assertRefused(() -> writer.u16(-1));
    assertRefused(() -> writer.u32(1L << 32));
    assertRefused(() -> writer.u48(1L << 48));
    assertRefused(() -> writer.varint(-1));
    assertRefused(() -> writer.utf8("\uD834"));
    assertThat(writer.size()).isZero();
  }

  @Test
  void randomBytesNeverThrowAnythingElse() {
    var random = new SplittableRandom(1);
    var codec =
        CanonicalStores.causal(
            CanonicalStores.dotMap(
                Codec.UTF8, CanonicalStores.dotFun(CanonicalStores.stamped(Codec.UTF8))));
    for (int run = 0; run < 20_000; run++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(3));
      }
      try {
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
      } catch (MalformedBytesException e) {
        assertThat(e.offset()).isBetween(0, bytes.length);
      }
    }
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(MalformedBytesException.class);
  }

  private static void assertRefused(ThrowingCallable writing) {
    assertThatThrownBy(writing).isInstanceOf(IllegalArgumentException.class);
  }
}
