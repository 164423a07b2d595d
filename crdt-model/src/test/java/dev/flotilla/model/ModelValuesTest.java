package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.math.BigDecimal;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The small values of the model.
class ModelValuesTest {
  @Test
  void aDeviceIdIsTheHashOfTheKeyAsCertificatesHoldIt() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] subjectPublicKeyInfo = pair.getPublic().getEncoded();
    var key = DeviceKey.of(Arrays.copyOfRange(subjectPublicKeyInfo, 12, 44));

    assertThat(key.deviceId().bytes()).isEqualTo(Sha256.of(subjectPublicKeyInfo));
    assertThat(DeviceId.parse(key.deviceId().toString())).isEqualTo(key.deviceId());
    assertThat(key.deviceId().shortName()).hasSize(8);
  }

  @Test
  void aWorkspaceIdFollowsFromTheFoundersKeyAndTheNonce() {
    var nonce = Octets.parse("000102030405060708090a0b0c0d0e0f");
    var id = WorkspaceId.of(Desk.device(1), nonce);

    assertThat(id).hasToString("af52e8af6ffc47b92149e79e12fc4a81");
    assertThat(id).isNotEqualTo(WorkspaceId.of(Desk.device(2), nonce));
    assertThat(WorkspaceId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void idsOfTheWrongLengthDoNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> DeviceKey.of(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.parse("00"));
    assertThatIllegalArgumentException().isThrownBy(() -> WorkspaceId.of(new byte[17]));
  }

  @Test
  void octetsAreCopiedInAndOut() {
    byte[] bytes = {1, 2};
    var octets = Octets.of(bytes);
    bytes[0] = 9;
    octets.bytes()[1] = 9;

    assertThat(octets).isEqualTo(Octets.parse("0102"));
  }

  @Test
  void numbersOfTheSameSizeAreOneValue() {
    assertThat(new Value.Number(new BigDecimal("1.50")))
        .isEqualTo(new Value.Number(new BigDecimal("1.5")));
    assertThat(new Value.Number(new BigDecimal("0.00"))).isEqualTo(Value.Number.of(0));
    assertThat(new Value.Number(new BigDecimal("1E+3")).display()).isEqualTo("1000");
  }

  @Test
  void fieldNamesComeApartAgain() {
    assertThat(FieldPath.parse(FieldNames.state("a.b-c"))).isEqualTo(new FieldPath.State("a.b-c"));
    assertThat(FieldPath.parse(FieldNames.defaultVariant("e")))
        .isEqualTo(new FieldPath.Default("e"));
    assertThat(FieldPath.parse(FieldNames.targeting("e"))).isEqualTo(new FieldPath.Targeting("e"));
    assertThat(FieldPath.parse(FieldNames.variant("a/b"))).isEqualTo(new FieldPath.Variant("a/b"));
    assertThat(FieldPath.parse(FieldNames.metadata("k"))).isEqualTo(new FieldPath.Metadata("k"));
    assertThat(FieldPath.parse(FieldNames.evaluator("r"))).isEqualTo(new FieldPath.Evaluator("r"));
    assertThat(FieldPath.parse(FieldNames.condition("e", "3-b")))
        .isEqualTo(new FieldPath.Condition("e", "3-b"));
    assertThat(FieldPath.parse(FieldNames.outcome("e", "3-b")))
        .isEqualTo(new FieldPath.Outcome("e", "3-b"));
    assertThat(FieldPath.parse(FieldNames.position("e", "3-b")))
        .isEqualTo(new FieldPath.Position("e", "3-b"));
    assertThat(FieldPath.parse(FieldNames.condition("production", "3-b")).words())
        .isEqualTo("condition of rule 3-b in production");
    for (var plain :
        List.of(
            "description",
            "env/",
            "env/x",
            "env/x/other",
            "env/x/rule/3-b/other",
            "env/x/rule/3-b",
            "env/x/condition",
            "",
            "/")) {
      assertThat(FieldPath.parse(plain)).isEqualTo(new FieldPath.Plain(plain));
    }
    assertThat(FieldPath.parse(FieldNames.state("production")).words())
        .isEqualTo("state in production");
  }

  @Test
  void slotsHaveOneOrder() {
    var a = EntityId.flag("a");
    var b = EntityId.flag("b");
    var ordered =
        List.<Slot>of(
            new Slot.Field(EntityId.environment("z"), "order"),
            new Slot.Presence(a),
            new Slot.Field(a, "owner"),
            new Slot.Field(a, "type"),
            new Slot.Element(a, "links", "z"),
            new Slot.Element(a, "tags", "a"),
            new Slot.Element(a, "tags", "b"),
            new Slot.Presence(b));

    var shuffled = new ArrayList<>(ordered.reversed());

    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
  }

  @Test
  void rolesGiveOutWhatTheyHaveAtMost() {
    assertThat(Stream.of(Role.values()).filter(Role.ADMIN::mayGrant))
        .containsExactly(Role.ADMIN, Role.EDITOR, Role.VIEWER);
    assertThat(Stream.of(Role.values()).filter(Role.VIEWER::mayGrant)).isEmpty();
  }

  @Test
  void typesAcceptTheirOwnValuesOnly() {
    assertThat(FlagType.BOOLEAN.accepts(Value.of(true))).isTrue();
    assertThat(FlagType.BOOLEAN.accepts(Value.of("true"))).isFalse();
    for (var type : FlagType.values()) {
      assertThat(FlagType.parse(type.id())).contains(type);
      assertThat(type.accepts(Value.absent())).isFalse();
    }
    for (var kind : FlagKind.values()) {
      assertThat(FlagKind.parse(kind.id())).contains(kind);
    }
  }

  @Test
  void aWorkspaceDecodesFromItsOwnBytesOnly() {
    var desk = new Desk();
    desk.edit(Desk.numberFlag("shipping"), Edit.tag("shipping", "x"));
    desk.applyUnseen(new Slot.Element(EntityId.flag("shipping"), "tags", "x"), Value.absent());
    desk.edit(
        new Edit.AddRule("shipping", "production", RuleDraft.of("1", "few"), new Place.Last()),
        new Edit.AddRule("shipping", "production", RuleDraft.of("2", "few"), new Place.First()));
    var last = desk.flag("shipping").setting("production").rules().getLast().id();
    desk.edit(new Edit.MoveRule("shipping", "production", last, new Place.First()));
    var to = new CanonicalWriter();
    desk.now().encode(to);
    byte[] good = to.toBytes();
    var random = new SplittableRandom(11);

    int decoded = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        var reader = new CanonicalReader(bytes);
        var workspace = Workspace.decode(reader);
        reader.end();
        var again = new CanonicalWriter();
        workspace.encode(again);
        assertThat(again.toBytes()).isEqualTo(bytes);
        decoded++;
      } catch (MalformedBytesException expected) {
        assertThat(expected.reason()).isNotBlank();
      }
    }
    assertThat(decoded).isPositive();
  }

  @Test
  void theDigestTellsEveryDifference() {
    var one = new Desk();
    var other = new Desk();
    assertThat(one.now().digest()).isEqualTo(other.now().digest()).hasSize(32);

    one.edit(Edit.CreateFlag.bool("a"));
    other.edit(Edit.CreateFlag.bool("b"));

    assertThat(one.now().digest()).isNotEqualTo(other.now().digest());
  }
}
