package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Role;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateDigest;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/// The bytes of the worked examples in the pages about the protocol and the format.
class ProtocolPageTest {
  private static final HexFormat HEX = HexFormat.of();

  /// A line of an example: bytes, two spaces or more, what they are.
  private static final Pattern LINE = Pattern.compile("((?:[0-9a-f]{2} )*[0-9a-f]{2})(?:  +.*)?");

  /// A row of a table of results: `workspace id` and its digits.
  private static final Pattern RESULT = Pattern.compile("\\| ([a-z0-9: -]+) \\| `([0-9a-f]+)` \\|");

  private static final byte[] SEED =
      HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  private static final Octets NONCE = Octets.parse("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
  private static final ReplicaId REPLICA = ReplicaId.parse("00112233445566778899aabbccddeeff");
  private static final DeviceKey KEY = key();
  private static final WorkspaceId WORKSPACE = WorkspaceId.of(KEY, NONCE);
  private static final long WALL_MILLIS = 1_790_000_000_000L;

  @Test
  void theFrameOfThePageIsReadAsThePageSays() throws Exception {
    var hello =
        new Message.Hello(
            1,
            3,
            Message.Intent.SYNC,
            WORKSPACE,
            WALL_MILLIS,
            4711,
            "Ann's laptop",
            0x0102030405060708L);

    var frame = example("protocol.md", "hello");

    assertThat(FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES))
        .isEqualTo(hello);
    assertThat(HEX.formatHex(FrameCodec.encode(hello))).isEqualTo(HEX.formatHex(frame));
  }

  @Test
  void theChangesOfThePageAreReadAsThePageSays() throws Exception {
    for (var expected : Map.of("founding", founding(), "edit", edit()).entrySet()) {
      var raw = example("format.md", expected.getKey());

      assertThat(HEX.formatHex(raw)).isEqualTo(HEX.formatHex(expected.getValue().raw()));
      assertThat(ChangeCodec.decode(raw)).isInstanceOf(Decoded.Valid.class);
      var read = ((Decoded.Valid) ChangeCodec.decode(raw)).change();
      assertThat(read.operations()).isEqualTo(expected.getValue().operations());
      assertThat(ChangeCodec.verify(read, WORKSPACE, KEY)).isTrue();
    }
  }

  @Test
  void theHashesOfThePageAreWhatTheChangesComeTo() throws Exception {
    var state =
        Workspace.EMPTY
            .apply(REPLICA, 1, founding().at(), founding().operations())
            .apply(REPLICA, 4, edit().at(), edit().operations());
    var flag = EntityId.flag("dark-mode");
    var itself = EntityId.workspace();
    var heads = Heads.of(Map.of(REPLICA, edit().head()));
    var parts = state.stateDigest().parts().bytes();
    var members = HEX.formatHex(parts, 32 * StateDigest.BUCKETS, 32 * StateDigest.BUCKETS + 32);
    var folders = HEX.formatHex(parts, 32 * StateDigest.BUCKETS + 32, parts.length);

    assertThat(results())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("device key", KEY.toString()),
                Map.entry("device id", KEY.deviceId().toString()),
                Map.entry("workspace id", WORKSPACE.toString()),
                Map.entry("hash of founding", founding().hash().toString()),
                Map.entry("hash of edit", edit().hash().toString()),
                Map.entry("fingerprint of the heads", heads.fingerprint().toString()),
                Map.entry("flag: bucket " + StateDigest.bucketOf(flag), hashOf(flag, state)),
                Map.entry(
                    "workspace: bucket " + StateDigest.bucketOf(itself), hashOf(itself, state)),
                Map.entry("members", members),
                Map.entry("folders", folders),
                Map.entry("root", state.stateDigest().root().toString())));
  }

  private static String hashOf(EntityId entity, Workspace state) {
    return state.hashes(Set.of(StateDigest.bucketOf(entity))).getFirst().hash().toString();
  }

  @Test
  void thePagesNameTheLevelOfInterpretation() throws Exception {
    assertThat(page("protocol.md"))
        .contains("level of interpretation (%d now)".formatted(Workspace.INTERPRETATION));
    assertThat(page("format.md")).contains("which is %d now".formatted(Workspace.INTERPRETATION));
  }

  private static Change founding() {
    return sign(
        new Draft(
            REPLICA,
            1,
            1,
            ChangeHash.NONE,
            Dependencies.NONE,
            new HybridTimestamp(WALL_MILLIS, 0),
            "",
            List.of(
                new OpenReplica(KEY, "Ann's laptop"),
                new FoundWorkspace(NONCE, "Atlas"),
                new AdmitMember(KEY, "Ann's laptop", Role.OWNER))));
  }

  private static Change edit() {
    var flag = EntityId.flag("dark-mode");
    var description = new Slot.Field(flag, "description");
    return sign(
        new Draft(
            REPLICA,
            2,
            4,
            founding().hash(),
            Dependencies.NONE,
            new HybridTimestamp(WALL_MILLIS + 1000, 3),
            "Größer",
            List.of(
                write(new Slot.Presence(flag), Value.Bool.TRUE),
                write(description, Value.of("Dark")),
                write(description, Value.of("Dark colours"), new Dot(REPLICA, 5)))));
  }

  private static Operation write(Slot slot, Value value, Dot... supersedes) {
    return new Write(slot, value, new TreeSet<>(List.of(supersedes)));
  }

  private static Change sign(Draft draft) {
    return switch (ChangeCodec.sign(draft, WORKSPACE, ProtocolPageTest::sign)) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge tooLarge -> throw new AssertionError(tooLarge.toString());
    };
  }

  private static byte[] sign(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(SEED, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private static DeviceKey key() {
    var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(SEED, 0, key, 0);
    return DeviceKey.of(key);
  }

  /// The bytes of the block that begins with the name of the example.
  private static byte[] example(String page, String name) throws IOException {
    var block =
        page(page)
            .lines()
            .dropWhile(line -> !line.equals("```hex " + name))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .toList();
    assertThat(block).isNotEmpty().allMatch(line -> LINE.matcher(line).matches());
    return HEX.parseHex(
        block.stream()
            .map(LINE::matcher)
            .filter(line -> line.matches())
            .map(line -> line.group(1).replace(" ", ""))
            .collect(Collectors.joining()));
  }

  private static Map<String, String> results() throws IOException {
    return page("format.md")
        .lines()
        .map(RESULT::matcher)
        .filter(row -> row.matches())
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", name));
  }
}
