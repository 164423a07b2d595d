package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.session.Submitted;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Written;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Stability;
import dev.flotilla.net.node.BackedUp;
import dev.flotilla.net.node.LogEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// A workspace in memory, without network and disk: the model's own rules, made-up machines, and a
/// clock that only moves when told. Edits of several machines can be made from an older snapshot,
/// which makes them concurrent.
public final class SketchWorkspace implements OpenWorkspace {
  public static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  /// The machine whose window is shown.
  public static final ReplicaId ANA = ReplicaId.parse("a7c1f20be4935d68a7c1f20be4935d68");

  public static final ReplicaId BEN = ReplicaId.parse("3be09d4471c8a25f3be09d4471c8a25f");
  public static final ReplicaId CHEN = ReplicaId.parse("c40e6b18d92f73a1c40e6b18d92f73a1");

  private final List<Consumer<Workspace>> listeners = new ArrayList<>();
  private final List<Consumer<List<PeerStatus>>> peerListeners = new ArrayList<>();
  private final List<Role> invitations = new ArrayList<>();
  private final Map<String, String> exports = new HashMap<>();
  private final List<Consumer<Map<DeviceId, Presence>>> presenceListeners = new ArrayList<>();
  private final List<Presence> announced = new ArrayList<>();
  private Map<DeviceId, Presence> presences = Map.of();
  private final List<String> messages = new ArrayList<>();
  private final SketchHistory history = new SketchHistory();

  /// By replica, what it had seen when it wrote last.
  private final Map<ReplicaId, VersionVector> pasts = new HashMap<>();

  private final Map<DeviceId, Duration> clockOffsets = new HashMap<>();

  private Workspace workspace = Workspace.EMPTY;
  private List<PeerStatus> peers = List.of();
  private List<String> alarms = List.of();
  private boolean loading;
  private Instant clock = NOW;
  private String reason = "";
  private int tick;
  private CompletableFuture<Boolean> held = new CompletableFuture<>();
  private int beforeHeld = Integer.MAX_VALUE;
  private boolean isBroken;
  private Map<Path, BackedUp> backups = Map.of();

  /// With two more machines that have joined.
  public SketchWorkspace(String name) {
    this(name, true);
  }

  private SketchWorkspace(String name, boolean joined) {
    clock = NOW.minus(Duration.ofDays(60));
    apply(
        ANA,
        List.of(
            new Operation.OpenReplica(key(1), "Ana’s laptop"),
            new Operation.FoundWorkspace(Octets.of(new byte[16]), name)));
    if (joined) {
      joined();
    }
    edit(
        ANA,
        new Edit.CreateEnvironment("development", 1),
        new Edit.CreateEnvironment("production", 2));
    clock = NOW;
  }

  /// What the first machine of a fleet knows, and how its network looks from there. That machine
  /// must be [#ANA].
  public static SketchWorkspace of(RehearsalFleet fleet) {
    SketchWorkspace sketch = new SketchWorkspace(fleet);
    sketch.peers(SketchPeers.of(fleet));
    return sketch;
  }

  private SketchWorkspace(RehearsalFleet fleet) {
    RehearsalMachine here = fleet.machines().getFirst();
    for (LogEntry change : fleet.log()) {
      if (here.workspace().vector().contains(new Dot(change.author(), change.first()))) {
        workspace =
            workspace.apply(change.author(), change.first(), change.at(), change.operations());
        history.add(change, workspace);
      }
    }
    for (RehearsalMachine machine : fleet.machines()) {
      clockOffsets.put(machine.key().deviceId(), machine.skew());
    }
    tick = 1;
  }

  /// As it is right after it was created: no other machine has joined.
  public static SketchWorkspace alone(String name) {
    return new SketchWorkspace(name, false);
  }

  /// Two machines join.
  public void joined() {
    apply(
        ANA,
        List.of(
            new Operation.AdmitMember(key(2), "Ben’s desktop", Role.EDITOR),
            new Operation.AdmitMember(key(3), "Build server", Role.EDITOR)));
    apply(BEN, List.of(new Operation.OpenReplica(key(2), "Ben’s desktop")));
    apply(CHEN, List.of(new Operation.OpenReplica(key(3), "Build server")));
  }

  /// The roles of the invitations that were made.
  public List<Role> invitations() {
    return List.copyOf(invitations);
  }

  /// What the changes of its window say.
  public List<String> messages() {
    return List.copyOf(messages);
  }

  /// Later edits happen this long before `NOW`.
  public SketchWorkspace ago(Duration age) {
    clock = NOW.minus(age);
    return this;
  }

  /// An edit that has seen everything.
  public SketchWorkspace edit(ReplicaId author, Edit... edits) {
    return editFrom(workspace, author, edits);
  }

  /// An edit that has seen only `seen`: concurrent with what came after it.
  public SketchWorkspace editFrom(Workspace seen, ReplicaId author, Edit... edits) {
    switch (EditPlanner.plan(seen, List.of(edits), NextDots.of(workspace, author))) {
      case Plan.Accepted accepted -> apply(author, accepted.operations(), seen.vector());
      case Plan.Refused refused -> throw new IllegalStateException(refused.refusal().message());
    }
    return this;
  }

  public void peers(PeerStatus... newPeers) {
    peers = List.of(newPeers);
    peerListeners.forEach(listener -> listener.accept(peers));
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public String machine() {
    return "Ana’s laptop";
  }

  @Override
  public ReplicaId replica() {
    return ANA;
  }

  /// What its window submits is done later, after so many more changes: when the result is run.
  public Runnable holdAfter(int changes) {
    CompletableFuture<Boolean> gate = new CompletableFuture<>();
    held = gate;
    beforeHeld = changes;
    return () -> {
      beforeHeld = Integer.MAX_VALUE;
      gate.complete(true);
    };
  }

  /// Whatever its window submits while `broken` throws.
  public void breaks(boolean broken) {
    isBroken = broken;
  }

  @Override
  public CompletionStage<Submitted> submit(List<Edit> edits, String message) {
    if (isBroken) {
      throw new IllegalStateException("the disk is gone");
    }
    if (beforeHeld-- <= 0) {
      return held.thenApply(_ -> submitNow(edits, message));
    }
    return CompletableFuture.completedFuture(submitNow(edits, message));
  }

  private Submitted submitNow(List<Edit> edits, String message) {
    Workspace before = workspace;
    return switch (EditPlanner.plan(workspace, edits, NextDots.of(workspace, ANA))) {
      case Plan.Accepted accepted -> {
        reason = message;
        apply(ANA, accepted.operations());
        reason = "";
        messages.add(message);
        long first = before.vector().get(ANA) + 1;
        yield new Submitted.Done(Written.of(before, ANA, first, accepted.operations()));
      }
      case Plan.Refused refused -> new Submitted.Refused(refused.refusal().message());
    };
  }

  @Override
  public Subscription onChange(Consumer<Workspace> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<PeerStatus> peers() {
    return peers;
  }

  @Override
  public Subscription onPeers(Consumer<List<PeerStatus>> listener) {
    peerListeners.add(listener);
    return () -> peerListeners.remove(listener);
  }

  @Override
  public Map<DeviceId, Duration> clockOffsets() {
    return clockOffsets;
  }

  @Override
  public Stability stability() {
    SortedMap<DeviceId, VersionVector> seen = new TreeMap<>();
    VersionVector everywhere = workspace.vector();
    seen.put(device(ANA), everywhere);
    for (PeerStatus peer : peers) {
      if (peer.device().isPresent()) {
        seen.put(peer.device().get(), peer.vector());
        everywhere = SketchPeers.least(everywhere, peer.vector());
      }
    }
    return new Stability(everywhere, seen);
  }

  /// What somebody at another machine is about from now on.
  public SketchWorkspace present(DeviceId device, Presence presence) {
    presences = new HashMap<>(presences);
    presences.put(device, presence);
    presences.values().removeIf(one -> !one.isSomething());
    presenceListeners.forEach(listener -> listener.accept(presences));
    return this;
  }

  /// The device on which somebody works.
  public DeviceId device(ReplicaId replica) {
    return workspace.origin(replica).orElseThrow().device().deviceId();
  }

  @Override
  public Map<DeviceId, Presence> presences() {
    return presences;
  }

  @Override
  public Subscription onPresences(Consumer<Map<DeviceId, Presence>> listener) {
    presenceListeners.add(listener);
    return () -> presenceListeners.remove(listener);
  }

  @Override
  public void announce(Presence presence) {
    announced.add(presence);
  }

  /// What its window told that it is about, the last at the end.
  public List<Presence> announced() {
    return List.copyOf(announced);
  }

  /// What its window shall warn of from now on.
  public void warn(String... sentences) {
    alarms = List.of(sentences);
  }

  @Override
  public List<String> alarms() {
    return alarms;
  }

  /// Whether its log is still on the way.
  public void loading(boolean newLoading) {
    loading = newLoading;
  }

  @Override
  public boolean isLoading() {
    return loading;
  }

  @Override
  public Optional<String> exported(String id) {
    return Optional.ofNullable(exports.get(id));
  }

  @Override
  public void keepExport(String id, String text) {
    exports.put(id, text);
  }

  @Override
  public Invited invite(Role role) {
    invitations.add(role);
    return new Invited.Text(
        "flotilla1-k7q2m4xw9tz3r8vn5pjh6cbd1fgs0ay-" + role.name().length() + "e8u4w2q6i9o3t7r5y1");
  }

  /// The backups that lie on its disk.
  public void backups(Map<Path, BackedUp> newBackups) {
    backups = newBackups;
  }

  @Override
  public BackedUp look(Path file) {
    BackedUp backup = backups.get(file);
    return backup == null ? OpenWorkspace.super.look(file) : backup;
  }

  @Override
  public ChangeHistory history() {
    return history;
  }

  /// Somebody says why.
  public SketchWorkspace because(String message, ReplicaId author, Edit... edits) {
    return becauseFrom(workspace, message, author, edits);
  }

  /// Somebody says why, without having seen what came after `seen`.
  public SketchWorkspace becauseFrom(
      Workspace seen, String message, ReplicaId author, Edit... edits) {
    reason = message;
    editFrom(seen, author, edits);
    reason = "";
    return this;
  }

  private void apply(ReplicaId author, List<Operation> operations) {
    apply(author, operations, workspace.vector());
  }

  /// @param seen what the author had seen, without its own
  private void apply(ReplicaId author, List<Operation> operations, VersionVector seen) {
    if (operations.isEmpty()) {
      return;
    }
    long first = workspace.vector().get(author) + 1;
    HybridTimestamp at = new HybridTimestamp(clock.toEpochMilli(), tick++);
    workspace = workspace.apply(author, first, at, operations);
    VersionVector before = pasts.getOrDefault(author, VersionVector.EMPTY);
    VersionVector past = before.join(seen).with(author, first + operations.size() - 1);
    pasts.put(author, past);
    history.add(workspace, past, author, first, at, reason, operations);
    listeners.forEach(listener -> listener.accept(workspace));
  }

  static DeviceKey key(int seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return DeviceKey.of(bytes);
  }
}
