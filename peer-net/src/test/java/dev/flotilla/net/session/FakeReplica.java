package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A replica in memory whose changes are an author, a number and filling. Commits at once, on the
/// caller's thread.
public final class FakeReplica implements ReplicaPort {
  public static final WorkspaceId WORKSPACE = WorkspaceId.parse("0123456789abcdef".repeat(2));

  private static final int SMALLEST = 100;

  private final ReplicaId replicaId;
  private final Map<ReplicaId, List<byte[]>> log = new TreeMap<>();
  private final Set<DeviceId> members = new HashSet<>();
  private final Set<Octets> secrets = new HashSet<>();
  private final Set<DeviceId> twins = new HashSet<>();
  private final List<Consumer<Heads>> listeners = new CopyOnWriteArrayList<>();
  private List<PeerStatus> peers = List.of();
  private Heads heads = Heads.EMPTY;
  private boolean refusing;
  private boolean failing;
  private boolean committing;
  private long looks;
  private long received;
  private long duplicates;
  private long refusals;
  private long reads;
  private Workspace state = Workspace.EMPTY;
  private Workspace right = Workspace.EMPTY;
  private final List<List<EntityId>> repairs = new ArrayList<>();
  private long complaints;
  private Heads acknowledged = Heads.EMPTY;
  private final Map<DeviceId, Presence> presences = new TreeMap<>();

  public FakeReplica(long number) {
    this.replicaId = new ReplicaId(0, number);
  }

  // What tests do.

  public FakeReplica admitting(DeviceId... devices) {
    synchronized (this) {
      members.addAll(List.of(devices));
    }
    return this;
  }

  /// Takes the right away again, and tells the connections as a commit would.
  public void remove(DeviceId device) {
    synchronized (this) {
      members.remove(device);
    }
    publish();
  }

  /// As a change of another device would do.
  public void admitLater(DeviceId device) {
    admitting(device);
    publish();
  }

  public synchronized void invite(Octets secret) {
    secrets.add(secret);
  }

  public synchronized void refuseEverything() {
    refusing = true;
  }

  /// The next question whether somebody is a member ends in a fault.
  public synchronized void failOnce() {
    failing = true;
  }

  public void edit() {
    edit(SMALLEST);
  }

  /// A change of `size` bytes.
  public void edit(int size) {
    synchronized (this) {
      var own = log.computeIfAbsent(replicaId, _ -> new ArrayList<>());
      append(own, change(replicaId, own.size() + 1, size));
    }
    publish();
  }

  public synchronized long refusals() {
    return refusals;
  }

  public synchronized long received() {
    return received;
  }

  @Override
  public synchronized void present(DeviceId peer, Presence presence) {
    presences.put(peer, presence);
    notifyAll();
  }

  /// What was told last of the person at a device.
  public synchronized Presence presence(DeviceId peer) {
    return presences.getOrDefault(peer, Presence.NOTHING);
  }

  /// How often changes were read to be sent.
  public synchronized long reads() {
    return reads;
  }

  /// The replica holds `wrong` until it builds its state again, then `right`.
  public synchronized void hold(Workspace wrong, Workspace nowRight) {
    state = wrong;
    right = nowRight;
  }

  /// What each repair was told that differs.
  public synchronized List<List<EntityId>> repairs() {
    return List.copyOf(repairs);
  }

  /// How often people were told that a repair did not help.
  public synchronized long complaints() {
    return complaints;
  }

  /// What the peer has told last that it has.
  public synchronized Heads acknowledged() {
    return acknowledged;
  }

  public synchronized long duplicates() {
    return duplicates;
  }

  public synchronized List<PeerStatus> peers() {
    return peers;
  }

  /// Waits until something holds, however often the replica changes meanwhile.
  public void await(String what, Predicate<FakeReplica> condition) {
    var giveUpAt = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    synchronized (this) {
      while (!condition.test(this)) {
        var left = (giveUpAt - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("waited in vain until " + what + "; peers: " + peers);
        }
        try {
          wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  // What the link does.

  @Override
  public WorkspaceId workspace() {
    return WORKSPACE;
  }

  @Override
  public ReplicaId replicaId() {
    return replicaId;
  }

  @Override
  public String workspaceName() {
    return "Shop";
  }

  @Override
  public synchronized Heads heads() {
    return heads;
  }

  @Override
  public synchronized HeldState held() {
    looks++;
    return new HeldState(committing ? Heads.EMPTY : heads, state);
  }

  /// What is held is not what was told, as in the moment of a commit.
  public synchronized void setCommitting(boolean now) {
    committing = now;
  }

  /// How often somebody looked at what is held.
  public synchronized long looks() {
    return looks;
  }

  @Override
  public void repair(DeviceId peer, List<EntityId> culprits, Runnable done) {
    synchronized (this) {
      repairs.add(culprits);
      state = right;
    }
    done.run();
  }

  @Override
  public synchronized void stillDiffers(DeviceId peer) {
    complaints++;
  }

  @Override
  public synchronized void runsTwice(DeviceId peer) {
    twins.add(peer);
    notifyAll();
  }

  /// Devices that were said to run twice.
  public synchronized Set<DeviceId> twins() {
    return Set.copyOf(twins);
  }

  @Override
  public synchronized void acknowledged(DeviceId peer, Heads now) {
    acknowledged = now;
  }

  @Override
  public synchronized boolean isMember(DeviceId device) {
    if (failing) {
      failing = false;
      throw new IllegalStateException("a fault in the replica, wanted by the test");
    }
    return members.contains(device);
  }

  @Override
  public void receive(List<byte[]> raw, DeviceId from, Consumer<ReceiveOutcome> done) {
    ReceiveOutcome outcome;
    synchronized (this) {
      refusals += refusing ? 1 : 0;
      outcome = refusing ? new ReceiveOutcome.Refused("It is refused.") : take(raw);
    }
    done.accept(outcome);
    publish();
  }

  @Override
  public synchronized ChangeBatch changesFor(Heads theirs, int maxBytes) {
    reads++;
    var batch = new ArrayList<byte[]>();
    var after = new TreeMap<>(theirs.asMap());
    var bytes = 0;
    for (var author : log.keySet()) {
      for (var i = (int) theirs.seq(author); i < log.get(author).size(); i++) {
        var change = log.get(author).get(i);
        if (!batch.isEmpty() && bytes + change.length > maxBytes) {
          return new ChangeBatch(batch, Heads.of(after));
        }
        batch.add(change);
        bytes += change.length;
        after.put(author, head(i + 1));
      }
    }
    return new ChangeBatch(batch, Heads.of(after));
  }

  @Override
  public Subscription onHeads(Consumer<Heads> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public JoinReply admit(JoinRequest request) {
    synchronized (this) {
      var used = secrets.stream().filter(request::proves).findFirst();
      if (used.isEmpty()) {
        return JoinReply.NOT_PROVED;
      }
      secrets.remove(used.get());
      members.add(request.joiner().deviceId());
    }
    edit();
    return new JoinReply.Admitted(workspaceName(), heads());
  }

  @Override
  public synchronized void peersChanged(List<PeerStatus> now) {
    peers = now;
    notifyAll();
  }

  private ReceiveOutcome take(List<byte[]> raw) {
    for (var change : raw) {
      received++;
      var in = ByteBuffer.wrap(change);
      var author = new ReplicaId(in.getLong(), in.getLong());
      var seq = in.getLong();
      var known = log.computeIfAbsent(author, _ -> new ArrayList<>());
      if (seq == known.size() + 1) {
        append(known, change);
      } else if (seq <= known.size()) {
        duplicates++;
      } else {
        throw new AssertionError("a gap before change " + seq + " of " + author);
      }
    }
    return new ReceiveOutcome.Committed(heads);
  }

  private void append(List<byte[]> changes, byte[] change) {
    changes.add(change);
    var author = ByteBuffer.wrap(change);
    heads = heads.with(new ReplicaId(author.getLong(), author.getLong()), head(changes.size()));
  }

  private void publish() {
    Heads now;
    synchronized (this) {
      now = heads;
      notifyAll();
    }
    listeners.forEach(listener -> listener.accept(now));
  }

  private static byte[] change(ReplicaId author, long seq, int size) {
    return ByteBuffer.allocate(size)
        .putLong(author.high())
        .putLong(author.low())
        .putLong(seq)
        .array();
  }

  private static Head head(long seq) {
    return new Head(seq, seq, new byte[Head.HASH_BYTES]);
  }
}
