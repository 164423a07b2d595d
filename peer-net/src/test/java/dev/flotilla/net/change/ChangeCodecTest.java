package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Role;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.testkit.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCodecTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final WorkspaceId WORKSPACE = MemoryLog.foundedBy(ANN);
  private static final ReplicaId REPLICA = new ReplicaId(1, 2);
  private static final ReplicaId OTHER = new ReplicaId(0xfedcba9876543210L, 7);

  @ParameterizedTest
  @ValueSource(strings = {"founding", "edit", "unknown-operation"})
  void writesTheGoldenBytes(String name) throws IOException {
    var change = sign(draft(name));

    assertThat(HexFormat.of().formatHex(change.raw())).isEqualTo(golden(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"founding", "edit", "unknown-operation"})
  void readsTheGoldenBytes(String name) throws IOException {
    var raw = HexFormat.of().parseHex(golden(name));

    var change = decode(raw);

    var expected = draft(name);
    assertThat(change.author()).isEqualTo(expected.author());
    assertThat(change.seq()).isEqualTo(expected.seq());
    assertThat(change.first()).isEqualTo(expected.first());
    assertThat(change.previous()).isEqualTo(expected.previous());
    assertThat(change.dependencies()).isEqualTo(expected.dependencies());
    assertThat(change.at()).isEqualTo(expected.at());
    assertThat(change.message()).isEqualTo(expected.message());
    assertThat(change.operations()).isEqualTo(expected.operations());
    assertThat(change.raw()).isEqualTo(raw);
    assertThat(ChangeCodec.verify(change, WORKSPACE, ANN.key())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"founding", "edit", "unknown-operation"})
  void refusesEveryFlippedBit(String name) {
    var raw = sign(draft(name)).raw();

    for (var bit = 0; bit < raw.length * Byte.SIZE; bit++) {
      var flipped = raw.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(isAccepted(flipped)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void refusesTheChangeInAnotherWorkspaceOrFromAnotherDevice() {
    var change = sign(draft("edit"));
    var elsewhere = MemoryLog.foundedBy(TestDevice.named("Ben"));

    assertThat(ChangeCodec.verify(change, elsewhere, ANN.key())).isFalse();
    assertThat(ChangeCodec.verify(change, WORKSPACE, TestDevice.named("Ben").key())).isFalse();
  }

  @Test
  void refusesBytesAfterTheOperationsAlthoughTheyAreSigned() {
    var raw = sign(draft("edit")).raw();
    var longer = Arrays.copyOf(raw, raw.length + 1);

    assertThat(ChangeCodec.decode(longer)).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void refusesAChangeThatIsTooLongWithoutReadingIt() {
    var decoded = ChangeCodec.decode(new byte[ChangeLimits.CHANGE_BYTES + 1]);

    assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void signsNothingThatWouldBeTooLong() {
    var text = "x".repeat(60_000);
    var writes = Collections.nCopies(5, (Operation) Writes.describe("checkout", text));
    var draft =
        new Draft(
            REPLICA, 1, 1, ChangeHash.NONE, Dependencies.NONE, HybridTimestamp.ZERO, "", writes);

    var signing = ChangeCodec.sign(draft, WORKSPACE, ANN::sign);

    assertThat(signing).isInstanceOf(Signing.TooLarge.class);
  }

  @Test
  void namesADraftThatHasNoPlaceInAChain() {
    assertThatThrownBy(() ->
            new Draft(
                REPLICA,
                2,
                2,
                ChangeHash.NONE,
                Dependencies.NONE,
                HybridTimestamp.ZERO,
                "",
                List.of(Writes.create("checkout"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Seeded(200)
  void neverThrowsOnMutatedBytes(long seed) {
    var random = new Random(seed);
    var names = List.of("founding", "edit", "unknown-operation");
    var raw = sign(draft(names.get(random.nextInt(names.size())))).raw();

    for (var i = 0; i < 100; i++) {
      var mutated = mutate(raw, random);
      var accepted = isAccepted(mutated);
      assertThat(accepted).isEqualTo(Arrays.equals(mutated, raw));
    }
  }

  private static byte[] mutate(byte[] raw, Random random) {
    var bytes = Arrays.copyOf(raw, Math.max(1, raw.length + random.nextInt(9) - 4));
    var edits = random.nextInt(6);
    for (var i = 0; i < edits; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
    }
    if (random.nextInt(4) == 0) {
      var from = random.nextInt(bytes.length);
      var length = random.nextInt(bytes.length - from);
      System.arraycopy(
          raw,
          random.nextInt(raw.length - Math.min(raw.length - 1, length)),
          bytes,
          from,
          Math.min(length, raw.length - 1));
    }
    return bytes;
  }

  private static boolean isAccepted(byte[] raw) {
    return ChangeCodec.decode(raw) instanceof Decoded.Valid(var change)
        && ChangeCodec.verify(change, WORKSPACE, ANN.key());
  }

  private static Change sign(Draft draft) {
    return MemoryLog.sign(draft, WORKSPACE, ANN);
  }

  private static Change decode(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }

  private static Draft draft(String name) {
    var at = new HybridTimestamp(1_790_000_000_000L, 3);
    var previous = ChangeHash.ofBytes("previous".getBytes(StandardCharsets.UTF_8));
    var seen = Dependencies.of(Map.of(OTHER, 300L), (_, _) -> previous);
    return switch (name) {
      case "founding" ->
          new Draft(
              REPLICA,
              1,
              1,
              ChangeHash.NONE,
              Dependencies.NONE,
              at,
              "",
              List.of(
                  new OpenReplica(ANN.key(), "Ann's laptop"),
                  new FoundWorkspace(Octets.of(new byte[FoundWorkspace.NONCE_BYTES]), "Atlas"),
                  new AdmitMember(ANN.key(), "Ann", Role.OWNER)));
      case "edit" ->
          new Draft(
              REPLICA,
              2,
              4,
              previous,
              seen,
              at,
              "Größer",
              List.of(
                  Writes.create("checkout"),
                  Writes.describe("checkout", "New checkout", new Dot(OTHER, 299))));
      case "unknown-operation" ->
          new Draft(
              REPLICA,
              9,
              200,
              previous,
              Dependencies.NONE,
              at,
              "",
              List.of(new Operation.Unknown(77, 1, Octets.of(new byte[] {1, 2, 3}))));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String golden(String name) throws IOException {
    try (var in = ChangeCodecTest.class.getResourceAsStream("/golden/v1/" + name + ".hex")) {
      return in == null
          ? "no golden bytes"
          : new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
  }
}
