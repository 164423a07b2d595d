package dev.flotilla.crdt.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CanonicalStoresTest {

  private static final String ADA_HEX = "00000000000000010000000000000000";
  private static final String BOB_HEX = "ffffffffffffffff0000000000000000";
  private static final ReplicaId ADA = ReplicaId.parse(ADA_HEX);
  private static final ReplicaId BOB = ReplicaId.parse(BOB_HEX);

  /// Ada's first three and Bob's first two hundred dots.
  private static final CausalContext SEEN =
      CausalContext.of(VersionVector.EMPTY.with(ADA, 3).with(BOB, 200));

  private static final String SEEN_HEX = "02" + ADA_HEX + "0300" + BOB_HEX + "c80100";

  private static final Codec<Causal<DotSet>> FLAG = CanonicalStores.causal(CanonicalStores.DOT_SET);
  private static final Codec<Causal<DotMap<String, DotSet>>> SET =
      CanonicalStores.causal(CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET));
  private static final Codec<Causal<DotFun<String>>> REGISTER =
      CanonicalStores.causal(CanonicalStores.dotFun(Codec.UTF8));

  @Test
  void dotsAreNamedByThePlaceOfTheirReplicaAndTheDistanceToTheDotBefore() {
    assertThat(hex(FLAG, DotSet.EMPTY)).isEqualTo("00");
    assertThat(hex(FLAG, DotSet.of(new Dot(ADA, 1)))).isEqualTo("01" + "00");
    assertThat(hex(FLAG, DotSet.of(new Dot(BOB, 200)))).isEqualTo("02" + "c701");
    assertThat(hex(FLAG, DotSet.of(List.of(new Dot(ADA, 3), new Dot(BOB, 1), new Dot(BOB, 3)))))
        .isEqualTo("04" + "0002" + "0100" + "0101");
    assertThat(
            hex(REGISTER, DotFun.of(new Dot(ADA, 3), "x").written(new Dot(BOB, 1), "y", List.of())))
        .isEqualTo("03" + "0002" + "0100" + "0178" + "0179");
  }

  @Test
  void keysAreInTheOrderOfTheirBytesWithoutWhatTheyShare() {
    var map =
        DotMap.whole(
            PersistentMap.of("bb", DotSet.of(new Dot(ADA, 2)))
                .with("c", DotSet.of(new Dot(ADA, 3)))
                .with("ba", DotSet.of(new Dot(ADA, 1))));

    assertThat(hex(SET, map))
        .isEqualTo("0003" + ("01020163" + "0102") + ("0103026261" + "0100") + ("0462" + "0100"));
  }

  @Test
  void longKeysShareNoMoreThanTheLimit() {
    var prefix = "p".repeat(300);
    PersistentMap<String, DotSet> map = PersistentMap.of(prefix + "a", DotSet.of(new Dot(ADA, 1)));
    map = map.with(prefix + "b", DotSet.of(new Dot(ADA, 2)));

    assertThat(hex(SET, DotMap.whole(map)))
        .contains("61" + "0100" + "fe" + "70".repeat(175) + "62");
  }

  @Test
  void refusesOtherFormsOfTheSameDots() {
    assertMalformed(FLAG, "03" + "0000");
    assertMalformed(FLAG, "03" + "0100" + "0000");
    assertMalformed(FLAG, "03" + "0000" + "0002");
    assertMalformed(FLAG, "03" + "0200" + "0200");
    assertMalformed(FLAG, "01" + "03");
    assertMalformed(FLAG, "ffffffffffffffff7f" + "0000");
    assertMalformed(FLAG, "");
  }

  @Test
  void refusesOtherFormsOfTheSameKeys() {
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("000162" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("000164" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("0263" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("0262" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("04" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("070164" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("030164" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + ("0300" + "0100"));
    assertMalformed(SET, "0001" + ("03020163" + "0100"));
    assertMalformed(SET, "0001" + ("0103016363" + "0100"));
    assertMalformed(SET, "0001" + ("010101" + "0100"));
    assertMalformed(SET, "0001" + ("0100" + "0100"));
    assertMalformed(SET, "0001" + ("00" + "0100"));
    assertMalformed(SET, "0001" + "017f" + "0163" + "0100");
    assertMalformed(SET, "0002" + ("01020163" + "0100"));
    assertMalformed(SET, "0002" + ("01020163" + "0100") + "02");
    hex(SET, "0002" + ("01020163" + "0100") + ("0264" + "0100"));
  }

  @Test
  void refusesAPrefixBeyondTheLimit() {
    var filled = "8001" + "70".repeat(127) + "00";
    var first = "01" + filled + "0100";

    hex(LONG_KEYS, "0002" + first + "fe" + "01" + "0100");
    assertMalformed(LONG_KEYS, "0002" + first + "ff" + "01" + "01" + "0100");
    assertMalformed(LONG_KEYS, "0002" + first + "fc" + "7001" + "0100");
    assertMalformed(LONG_KEYS, "0002" + first + "fe" + "00" + "0100");
    assertMalformed(LONG_KEYS, "0002" + first + "ff" + "00" + "0100");
  }

  /// Keys of any bytes.
  private static final Codec<Causal<DotMap<List<Byte>, DotSet>>> LONG_KEYS =
      CanonicalStores.causal(
          CanonicalStores.dotMap(
              Codec.of(
                  (to, key) -> key.forEach(octet -> to.u8(octet & 0xFF)),
                  from -> {
                    var key = new ArrayList<Byte>();
                    while (from.remaining() > 0) {
                      key.add((byte) from.u8());
                    }
                    return List.copyOf(key);
                  }),
              CanonicalStores.DOT_SET));

  @Test
  void refusesAWholeMapWithAKeyWithoutDots() {
    assertMalformed(SET, "0001" + ("01020163" + "00"));
    assertMalformed(SET, "02" + "00");
    assertThat(hex(SET, "0101" + ("01020163" + "00")).store().isPartial()).isTrue();
  }

  /// A partial map speaks for its keys alone, and the one around it for all: nobody could say what
  /// joining such a map should do.
  @Test
  void refusesAPartialMapWithinAWholeOne() {
    var nested =
        CanonicalStores.causal(
            CanonicalStores.dotMap(
                Codec.UTF8, CanonicalStores.dotMap(Codec.UTF8, CanonicalStores.DOT_SET)));
    var inner = DotMap.partial(PersistentMap.of("b", DotSet.of(new Dot(ADA, 1))));
    byte[] bytes = nested.encode(new Causal<>(DotMap.whole(PersistentMap.of("a", inner)), SEEN));

    assertThatThrownBy(() -> nested.decode(bytes))
        .isInstanceOf(MalformedBytesException.class)
        .hasMessageContaining("partial map within a whole one");
  }

  @Test
  void refusesADotThatItsContextDoesNotContain() {
    var holed = CausalContext.of(new Dot(ADA, 1), new Dot(ADA, 3));
    var inTheHole = new Causal<>(DotSet.of(new Dot(ADA, 2)), holed);
    var above = new Causal<>(DotSet.of(new Dot(ADA, 4)), holed);
    var stranger = new Causal<>(DotSet.of(new Dot(BOB, 1)), holed);

    for (var causal : List.of(inTheHole, above, stranger)) {
      assertThatThrownBy(() -> FLAG.encode(causal)).isInstanceOf(IllegalArgumentException.class);
    }
    assertMalformedAfter("01" + ADA_HEX + "010100", FLAG, "01" + "01");
    assertMalformedAfter("01" + ADA_HEX + "010100", FLAG, "01" + "03");
    assertMalformedAfter("00", FLAG, "01" + "00");
  }

  @Test
  void anyCounterHasAForm() {
    var random = new SplittableRandom(1);
    var greatest = CausalContext.of(VersionVector.EMPTY.with(ADA, Long.MAX_VALUE));
    PersistentMap<String, DotSet> entries = PersistentMap.empty();
    for (int i = 0; i < 200; i++) {
      long counter = Math.max(1, random.nextLong() >>> (1 + random.nextInt(62)));
      entries = entries.with("key " + i, DotSet.of(new Dot(ADA, counter)));
    }
    entries = entries.with("most", DotSet.of(new Dot(ADA, Long.MAX_VALUE)));
    entries = entries.with("mosu", DotSet.of(new Dot(ADA, 1)));

    var causal = new Causal<>(DotMap.whole(entries), greatest);

    assertThat(SET.decode(SET.encode(causal))).isEqualTo(causal);
  }

  @Test
  void noOtherBytesThanThoseWrittenAreRead() {
    var random = new SplittableRandom(7);
    PersistentMap<String, DotSet> entries = PersistentMap.empty();
    for (int i = 0; i < 6; i++) {
      entries = entries.with("key-" + i * i, DotSet.of(new Dot(BOB, 1 + random.nextInt(200))));
    }
    byte[] bytes = SET.encode(new Causal<>(DotMap.whole(entries), SEEN));

    for (int trial = 0; trial < 20_000; trial++) {
      byte[] changed = Arrays.copyOf(bytes, bytes.length - random.nextInt(2));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      Causal<DotMap<String, DotSet>> read;
      try {
        read = SET.decode(changed);
      } catch (MalformedBytesException _) {
        continue;
      }
      assertThat(SET.encode(read)).isEqualTo(changed);
    }
  }

  /// The bytes of the store alone.
  private static <S extends DotStore<S>> String hex(Codec<Causal<S>> codec, S store) {
    var causal = new Causal<>(store, SEEN);
    byte[] bytes = codec.encode(causal);
    assertThat(codec.decode(bytes)).isEqualTo(causal);
    var hex = HexFormat.of().formatHex(bytes);
    assertThat(hex).startsWith(SEEN_HEX);
    return hex.substring(SEEN_HEX.length());
  }

  private static <T> T hex(Codec<T> codec, String storeHex) {
    byte[] bytes = HexFormat.of().parseHex(SEEN_HEX + storeHex);
    var value = codec.decode(bytes);
    assertThat(codec.encode(value)).isEqualTo(bytes);
    return value;
  }

  private static void assertMalformed(Codec<?> codec, String storeHex) {
    assertMalformedAfter(SEEN_HEX, codec, storeHex);
  }

  private static void assertMalformedAfter(String seenHex, Codec<?> codec, String storeHex) {
    assertThatThrownBy(() -> codec.decode(HexFormat.of().parseHex(seenHex + storeHex)))
        .isInstanceOf(MalformedBytesException.class);
  }
}
