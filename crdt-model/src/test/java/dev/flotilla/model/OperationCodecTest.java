package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OperationCodecTest {
  private static final ReplicaId AUTHOR = new ReplicaId(1, 1);
  private static final ReplicaId OTHER = new ReplicaId(2, 2);
  private static final EntityId FLAG = EntityId.flag("a");

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation.OpenReplica(Desk.device(1), "Ada"),
          new Operation.FoundWorkspace(Octets.of(new byte[16]), "Shop"),
          new Operation.AdmitMember(Desk.device(2), "Bo", Role.EDITOR),
          write(new Slot.Presence(FLAG), Value.of(true)),
          write(
              new Slot.Field(FLAG, FieldNames.OWNER),
              Value.of("ü"),
              new Dot(AUTHOR, 3),
              new Dot(OTHER, 300)),
          write(new Slot.Element(FLAG, FieldNames.TAGS, "x"), Value.absent()),
          write(
              new Slot.Field(EntityId.environment("e"), FieldNames.ORDER),
              new Value.Number(new BigDecimal("-1200"))),
          write(
              new Slot.Field(EntityId.environment("e"), FieldNames.evaluator("r")),
              new Value.Json("{}")),
          write(new Slot.Field(EntityId.environment("e"), FieldNames.PROTECTED), Value.of(false)),
          write(
              new Slot.Field(FLAG, FieldNames.position("e", "3-b")),
              new Value.Position(Origin.START)),
          write(
              new Slot.Field(FLAG, FieldNames.position("e", "3-b")),
              new Value.Position(new Origin(Optional.of(new Dot(OTHER, 7)), Side.LEFT))),
          new Operation.Unknown(77, 3, Octets.of(new byte[] {1, 2, 3})));

  /// The format of version 1. These bytes never change: every change ever written must stay
  /// readable.
  private static final String GOLDEN =
      """
      0100000000000000020000000000000002
      0c
      010024010101010101010101010101010101010101010101010101010101010101010103416461
      020015000000000000000000000000000000000453686f70
      030024020202020202020202020202020202020202020202020202020202020202020202426f03
      04000a0004666c616701610200
      04001105056f776e65720402c3bc02000301ac02
      04000a06047461677301780000
      04001a010b656e7669726f6e6d656e740165056f72646572030301f400
      040012050b6576616c7561746f722f7205027b7d00
      04000d050970726f7465637465640100
      0400230104666c6167016117656e762f652f72756c652f332d622f706f736974696f6e060000
      04002d0517656e762f652f72756c652f332d622f706f736974696f6e0601000000000000000200000000000000020700
      4d0303010203
      """;

  @Test
  void theFormatIsThatOfTheFirstVersion() {
    assertThat(HexFormat.of().formatHex(encode(OPERATIONS)))
        .isEqualTo(GOLDEN.replaceAll("\\s", ""));
  }

  @Test
  void decodingUndoesEncoding() {
    var reader = new CanonicalReader(encode(OPERATIONS));

    assertThat(OperationCodec.decode(reader, AUTHOR)).isEqualTo(OPERATIONS);
    reader.end();
    assertThat(OperationCodec.size(AUTHOR, OPERATIONS)).isEqualTo(encode(OPERATIONS).length);
  }

  @Test
  void bytesThatDecodeAreCanonical() {
    var random = new SplittableRandom(7);
    byte[] good = encode(OPERATIONS);
    int decoded = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      var reader = new CanonicalReader(bytes);
      try {
        var operations = OperationCodec.decode(reader, AUTHOR);
        reader.end();
        // An operation that this program does not know may need the table.
        if (namesOther(operations)) {
          assertThat(encode(operations)).isEqualTo(bytes);
        }
        decoded++;
      } catch (MalformedBytesException expected) {
        assertThat(expected.reason()).isNotBlank();
      }
    }
    assertThat(decoded).isPositive();
  }

  @Test
  void bytesThatEndEarlyAreMalformed() {
    byte[] good = encode(OPERATIONS);
    for (int length = 0; length < good.length; length++) {
      var reader = new CanonicalReader(Arrays.copyOf(good, length));
      assertThat(malformed(reader)).as("%d bytes", length).isNotNull();
    }
  }

  @Test
  void anEntityIsWrittenOnce() {
    // Table, count, then two writes of the same entity, the second of which spells it again.
    var to = new CanonicalWriter().varint(0).varint(2);
    for (int i = 0; i < 2; i++) {
      var body = new CanonicalWriter().u8(0).utf8("flag").utf8("a").u8(2).varint(0);
      to.u8(4).u8(0).bytes(body.toBytes());
    }

    assertThat(malformed(new CanonicalReader(to.toBytes())).reason())
        .isEqualTo("entity written twice");
  }

  @Test
  void theFirstWriteNamesItsEntity() {
    var body = new CanonicalWriter().u8(4).u8(2).varint(0);
    var to = new CanonicalWriter().varint(0).varint(1).u8(4).u8(0).bytes(body.toBytes());

    assertThat(malformed(new CanonicalReader(to.toBytes())).reason())
        .isEqualTo("no entity before the first write");
  }

  @Test
  void numbersHaveOneForm() {
    for (var digits : List.of("64" /* 100, scale 0 */, "0001" /* a zero too many */, "")) {
      byte[] bytes = HexFormat.of().parseHex(digits);
      var body =
          new CanonicalWriter()
              .u8(1)
              .utf8("environment")
              .utf8("e")
              .utf8("order")
              .u8(3)
              .varint(0)
              .bytes(bytes)
              .varint(0);
      var to = new CanonicalWriter().varint(0).varint(1).u8(4).u8(0).bytes(body.toBytes());

      assertThat(malformed(new CanonicalReader(to.toBytes()))).as(digits).isNotNull();
    }
  }

  @Test
  void aNumberThatIsExpensiveToPrintIsMalformed() {
    var body =
        new CanonicalWriter()
            .u8(1)
            .utf8("environment")
            .utf8("e")
            .utf8("order")
            .u8(3)
            .varint(2_000_000_001)
            .bytes(new byte[] {1})
            .varint(0);
    var to = new CanonicalWriter().varint(0).varint(1).u8(4).u8(0).bytes(body.toBytes());

    assertThat(malformed(new CanonicalReader(to.toBytes())).reason())
        .isEqualTo("number with too large an exponent");
  }

  @Test
  void theTableIsAscendingAndWithoutTheAuthor() {
    var author = new CanonicalWriter().varint(1).replicaId(AUTHOR).varint(0);
    var twice = new CanonicalWriter().varint(2).replicaId(OTHER).replicaId(OTHER).varint(0);

    assertThat(malformed(new CanonicalReader(author.toBytes()))).isNotNull();
    assertThat(malformed(new CanonicalReader(twice.toBytes()))).isNotNull();
  }

  @Test
  void theTableListsNobodyWhomNothingNames() {
    var unused = table(new CanonicalWriter().u8(4).u8(0));
    var perhapsUsed = table(new CanonicalWriter().u8(77).u8(0));

    assertThat(malformed(new CanonicalReader(unused)).reason()).contains("that nothing names");
    assertThat(OperationCodec.decode(new CanonicalReader(perhapsUsed), AUTHOR)).hasSize(1);
  }

  /// One operation that names nobody.
  private static byte[] table(CanonicalWriter head) {
    var body = new CanonicalWriter().u8(0).utf8("flag").utf8("a").u8(2).varint(0);
    return new CanonicalWriter()
        .varint(1)
        .replicaId(OTHER)
        .varint(1)
        .raw(head.toBytes())
        .bytes(body.toBytes())
        .toBytes();
  }

  @Test
  void flagsOfAKnownOperationAreZero() {
    var body = new CanonicalWriter().u8(0).utf8("flag").utf8("a").u8(2).varint(0);
    var to = new CanonicalWriter().varint(0).varint(1).u8(4).u8(1).bytes(body.toBytes());

    assertThat(malformed(new CanonicalReader(to.toBytes())).reason()).isEqualTo("unknown flags 1");
  }

  @Test
  void aCriticalOperationSaysWhatItIsAbout() {
    var body = new CanonicalWriter().utf8("flag").utf8("a").u8(9);
    var to = new CanonicalWriter().varint(0).varint(1).u8(200).u8(0x81).bytes(body.toBytes());

    var read = OperationCodec.decode(new CanonicalReader(to.toBytes()), AUTHOR);

    assertThat(read).containsExactly(new Operation.Unknown(200, 0x81, Octets.of(body.toBytes())));
    assertThat(((Operation.Unknown) read.getFirst()).target()).contains(EntityId.flag("a"));
    var aboutNothing =
        new CanonicalWriter().varint(0).varint(1).u8(200).u8(0x80).bytes(new byte[2]);
    assertThat(malformed(new CanonicalReader(aboutNothing.toBytes())).reason())
        .isEqualTo("an entity without a kind");
  }

  /// A write of a newer format may mean anything. Who is a member may not.
  @Test
  void whatDecidesOnMembersMeansTheSameInNewerFormats() {
    var admission = new Operation.AdmitMember(Desk.device(3), "Cleo", Role.EDITOR);
    var to = new CanonicalWriter().varint(0).varint(2);
    var admitting = new CanonicalWriter().raw(Desk.device(3).bytes()).utf8("Cleo").u8(3);
    to.u8(3).u8(0).bytes(admitting.toBytes()).u8(4).u8(7).bytes(new byte[] {1});

    var read = OperationCodec.decodeNewer(new CanonicalReader(to.toBytes()), AUTHOR);

    assertThat(read)
        .containsExactly(admission, new Operation.Unknown(4, 7, Octets.of(new byte[] {1})));
  }

  @Test
  void offsetsCountFromTheStartOfAllBytes() {
    var body = new CanonicalWriter().u8(0).utf8("flag").utf8("a").u8(9).varint(0);
    var to = new CanonicalWriter().varint(0).varint(1).u8(4).u8(0).bytes(body.toBytes());

    var malformed = malformed(new CanonicalReader(to.toBytes()));

    assertThat(malformed.reason()).isEqualTo("unknown kind of value 9");
    assertThat(to.toBytes()[malformed.offset()]).isEqualTo((byte) 9);
  }

  private static boolean namesOther(List<Operation> operations) {
    return operations.stream()
        .filter(Operation.Write.class::isInstance)
        .flatMap(operation -> ((Operation.Write) operation).supersedes().stream())
        .anyMatch(dot -> !dot.replica().equals(AUTHOR));
  }

  private static MalformedBytesException malformed(CanonicalReader reader) {
    return catchThrowableOfType(
        MalformedBytesException.class, () -> OperationCodec.decode(reader, AUTHOR));
  }

  private static byte[] encode(List<Operation> operations) {
    var to = new CanonicalWriter();
    OperationCodec.encode(to, AUTHOR, operations);
    return to.toBytes();
  }

  private static Operation write(Slot slot, Value value, Dot... supersedes) {
    return new Operation.Write(slot, value, new TreeSet<>(List.of(supersedes)));
  }
}
