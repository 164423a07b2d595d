package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.OpenWorkspace;
import dev.flotilla.app.desktop.session.Submitted;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Stability;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;

/// A workspace of a rehearsal as the windows know workspaces: what one machine sees, or what
/// somebody sees who looks at all of them from above. So the parts of the real window can show it.
///
/// Thread: FX.
final class FleetWorkspace implements OpenWorkspace {
  /// Who looks: none of the machines, so that each is called by its name and none "you".
  private static final ReplicaId NOBODY = new ReplicaId(0x5eed_ffff_ffff_ffffL, -1);

  private final Supplier<RehearsalFleet> fleet;
  private final int machine;
  private final BiFunction<List<Edit>, String, Submitted> edits;
  private final List<Consumer<Workspace>> listeners = new ArrayList<>();
  private final List<Consumer<List<PeerStatus>>> peerListeners = new ArrayList<>();
  private final ChangeHistory history = new FleetHistory(this::log);

  private FleetWorkspace(
      Supplier<RehearsalFleet> fleet,
      int machine,
      BiFunction<List<Edit>, String, Submitted> edits) {
    this.fleet = fleet;
    this.machine = machine;
    this.edits = edits;
  }

  /// What a machine sees.
  ///
  /// @param fleet asked each time
  /// @param edits what becomes of edits, and what they say of themselves
  static FleetWorkspace of(
      Supplier<RehearsalFleet> fleet,
      int machine,
      BiFunction<List<Edit>, String, Submitted> edits) {
    return new FleetWorkspace(fleet, machine, edits);
  }

  /// What all machines together know.
  static FleetWorkspace fromAbove(Supplier<RehearsalFleet> fleet) {
    return new FleetWorkspace(fleet, -1, (_, message) -> new Submitted.Refused(message));
  }

  /// Something has happened.
  void changed() {
    Workspace now = workspace();
    List.copyOf(listeners).forEach(listener -> listener.accept(now));
    List<PeerStatus> linked = peers();
    List.copyOf(peerListeners).forEach(listener -> listener.accept(linked));
  }

  private boolean isFromAbove() {
    return machine < 0;
  }

  private RehearsalMachine own() {
    return fleet.get().machines().get(machine);
  }

  private List<LogEntry> log() {
    VersionVector known = workspace().vector();
    return fleet.get().log().stream()
        .filter(change -> known.contains(new Dot(change.author(), change.first())))
        .toList();
  }

  @Override
  public Workspace workspace() {
    return isFromAbove() ? fleet.get().everything() : own().workspace();
  }

  @Override
  public ReplicaId replica() {
    return NOBODY;
  }

  @Override
  public String machine() {
    return isFromAbove() ? "" : own().name();
  }

  @Override
  public CompletionStage<Submitted> submit(List<Edit> wanted, String message) {
    return CompletableFuture.completedFuture(edits.apply(wanted, message));
  }

  @Override
  public Subscription onChange(Consumer<Workspace> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<PeerStatus> peers() {
    return isFromAbove()
        ? fleet.get().machines().stream().map(this::seenFromAbove).toList()
        : List.of();
  }

  /// Who looks from above hears everybody, whatever is cut.
  private PeerStatus seenFromAbove(RehearsalMachine one) {
    return new PeerStatus(
        Optional.of(one.key().deviceId()),
        one.name(),
        "",
        PeerState.IN_SYNC,
        one.workspace().vector(),
        Optional.of(fleet.get().now()),
        Optional.empty());
  }

  @Override
  public Subscription onPeers(Consumer<List<PeerStatus>> listener) {
    peerListeners.add(listener);
    return () -> peerListeners.remove(listener);
  }

  @Override
  public Stability stability() {
    SortedMap<DeviceId, VersionVector> seen = new TreeMap<>();
    VersionVector everywhere = fleet.get().everything().vector();
    for (RehearsalMachine one : fleet.get().machines()) {
      seen.put(one.key().deviceId(), one.workspace().vector());
      everywhere = least(everywhere, one.workspace().vector());
    }
    return new Stability(everywhere, seen);
  }

  private static VersionVector least(VersionVector one, VersionVector other) {
    Map<ReplicaId, Long> least = new HashMap<>();
    one.forEach((author, counter) -> least.put(author, Math.min(counter, other.get(author))));
    return VersionVector.of(least);
  }

  @Override
  public Map<DeviceId, Presence> presences() {
    return Map.of();
  }

  @Override
  public Subscription onPresences(Consumer<Map<DeviceId, Presence>> listener) {
    return Subscription.EMPTY;
  }

  /// Nobody is told: there is nobody else.
  @Override
  public void announce(Presence presence) {}

  @Override
  public List<String> alarms() {
    return List.of();
  }

  @Override
  public boolean isLoading() {
    return false;
  }

  @Override
  public ChangeHistory history() {
    return history;
  }

  @Override
  public Optional<String> exported(String id) {
    return Optional.empty();
  }

  /// What is exported of a rehearsal is not kept.
  @Override
  public void keepExport(String id, String text) {}

  @Override
  public Invited invite(Role role) {
    throw new IllegalStateException("nobody can join a rehearsal");
  }
}
