package dev.flotilla.net.wire;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityHash;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One fixed message of each kind, by the name of its golden file.
final class Messages {
  private static final Heads HEADS =
      Heads.of(
          Map.of(
              new ReplicaId(1, 2), new Head(300, 7, filled(16, 0xaa)),
              new ReplicaId(-1, 0), new Head(1, 1, filled(16, 0xbb))));

  private Messages() {}

  /// The messages that came with version 2, by `v2/` and the name of the file.
  private static Map<String, Message> ofVersion2() {
    var about = new StateMark(Octets.of(filled(16, 0x33)), 4);
    var all = new TreeMap<String, Message>();
    all.put("v2/digest", new Message.Digest(about, Octets.of(filled(32, 0x44))));
    all.put(
        "v2/entities",
        new Message.Entities(
            about,
            List.of(7, 1023),
            List.of(
                new EntityHash(EntityId.flag("dark-mode"), Octets.of(filled(32, 0x55))),
                new EntityHash(EntityId.tagSet("straße"), Octets.of(filled(32, 0x66))))));
    all.put(
        "v2/buckets-compressed",
        new Message.Buckets(about, Octets.of(filled(WireLimits.SUMS_BYTES, 0x77))));
    all.put(
        "v2/peers",
        new Message.Peers(
            List.of(
                new PeerHint(
                    DeviceId.of(filled(32, 0x88)),
                    List.of(
                        new PeerAddress("192.168.1.20", 4711), new PeerAddress("fe80::1", 65535))),
                new PeerHint(
                    DeviceId.of(filled(32, 0x99)), List.of(new PeerAddress("shop.local", 1))))));
    var id = Octets.of(filled(32, 0xcc));
    all.put(
        "v2/snapshot-offer",
        new Message.SnapshotOffer(id, (128 << 10) + 1, HEADS, Octets.of(filled(64, 0xdd))));
    all.put("v2/snapshot-want", new Message.SnapshotWant(id, 1));
    all.put("v2/snapshot-chunk", new Message.SnapshotChunk(id, 1, Octets.of(filled(9, 0xee))));
    all.put("v2/packed-changes", new Message.PackedChanges(134, Octets.of(filled(80, 0x88))));
    return all;
  }

  /// The messages that came with version 3.
  private static Map<String, Message> ofVersion3() {
    var all = new TreeMap<String, Message>();
    all.put("v3/present-nothing", new Message.Present(Presence.NOTHING));
    all.put(
        "v3/present-looking", new Message.Present(Presence.looking(EntityId.flag("dark-mode"))));
    all.put(
        "v3/present-editing",
        new Message.Present(Presence.editing(EntityId.tagSet("straße"), "description")));
    return all;
  }

  /// Each by the version it came with and the name of its file.
  static Map<String, Message> all() {
    var all = new TreeMap<String, Message>(ofVersion2());
    all.putAll(ofVersion3());
    ofVersion1().forEach((name, message) -> all.put("v1/" + name, message));
    return all;
  }

  private static Map<String, Message> ofVersion1() {
    var workspace = WorkspaceId.of(filled(16, 0x11));
    var all = new TreeMap<String, Message>();
    all.put(
        "hello",
        new Message.Hello(
            1, 1, Message.Intent.SYNC, workspace, 1_700_000_000_000L, 4711, "Änne’s laptop"));
    all.put(
        "hello-of-an-instance",
        new Message.Hello(
            1, 2, Message.Intent.SYNC, workspace, 1_700_000_000_000L, 4711, "Änne", 0x1234L));
    all.put("hello-to-join", new Message.Hello(1, 3, Message.Intent.JOIN, workspace, 0, 0, ""));
    all.put("join", new Message.Join(Octets.of(filled(32, 0x22))));
    all.put("joined", new Message.Joined("Shop", HEADS));
    all.put("heads", new Message.HeadsAre(HEADS));
    all.put("heads-empty", new Message.HeadsAre(Heads.EMPTY));
    all.put("want", new Message.Want(1 << 20));
    all.put("changes", new Message.Changes(List.of(filled(64, 1), filled(70, 2))));
    all.put("changes-compressed", new Message.Changes(List.of(filled(1500, 3))));
    all.put("ack", new Message.Ack(HEADS, 134));
    all.put("ping", new Message.Ping(0xfedc_ba98L));
    all.put("pong", new Message.Pong(0));
    all.put("close", new Message.Close(CloseReason.NOT_A_MEMBER, "This device is not a member."));
    return all;
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
