package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.LwwRegister;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Who belongs to the workspace: its founding, its members, and the devices of its replicas.
///
/// Everything only grows: of several admissions of a device the last one counts, of several
/// foundings the first. Immutable.
public final class Roster implements JoinSemilattice<Roster> {
  /// A workspace that nobody founded.
  public static final Roster EMPTY = new Roster(PersistentMap.empty(), PersistentMap.empty(), null);

  /// The operation that founded the workspace.
  record Founding(Dot dot, HybridTimestamp at, DeviceKey founder, Octets nonce) {}

  private final PersistentMap<ReplicaId, ReplicaOrigin> origins;
  private final PersistentMap<DeviceKey, LwwRegister<Member>> admissions;
  private final @Nullable Founding founding;

  Roster(
      PersistentMap<ReplicaId, ReplicaOrigin> origins,
      PersistentMap<DeviceKey, LwwRegister<Member>> admissions,
      @Nullable Founding founding) {
    this.origins = origins;
    this.admissions = admissions;
    this.founding = founding;
  }

  /// The id of the workspace; none before it is founded.
  public Optional<WorkspaceId> workspace() {
    return founding().map(found -> WorkspaceId.of(found.founder(), found.nonce()));
  }

  /// All members, by name, then key.
  public List<Member> members() {
    var members = new ArrayList<Member>();
    admissions.values().forEach(register -> register.value().ifPresent(members::add));
    members.sort(Comparator.comparing(Member::name).thenComparing(Member::device));
    return List.copyOf(members);
  }

  /// The member with this key.
  public Optional<Member> member(DeviceKey device) {
    return Optional.ofNullable(admissions.get(device)).flatMap(LwwRegister::value);
  }

  /// The member with this device id. Costs a hash for each member.
  public Optional<Member> member(DeviceId device) {
    return members().stream().filter(m -> m.device().deviceId().equals(device)).findFirst();
  }

  /// The device that opened `replica`.
  public Optional<ReplicaOrigin> origin(ReplicaId replica) {
    return Optional.ofNullable(origins.get(replica));
  }

  Optional<Founding> founding() {
    return Optional.ofNullable(founding);
  }

  PersistentMap<ReplicaId, ReplicaOrigin> origins() {
    return origins;
  }

  PersistentMap<DeviceKey, LwwRegister<Member>> admissions() {
    return admissions;
  }

  /// A replica is opened once; what says otherwise later has no effect.
  Roster with(ReplicaId replica, ReplicaOrigin origin) {
    return origins.containsKey(replica)
        ? this
        : new Roster(origins.with(replica, origin), admissions, founding);
  }

  Roster with(Dot dot, HybridTimestamp at, Member member) {
    var known = admissions.getOrDefault(member.device(), LwwRegister.empty());
    var next = known.write(dot, at, member).applyTo(known);
    return new Roster(origins, admissions.with(member.device(), next), founding);
  }

  Roster with(Founding found) {
    return new Roster(origins, admissions, founding == null ? found : earlier(founding, found));
  }

  @Override
  public Roster join(Roster other) {
    var first = founding;
    var second = other.founding;
    var founded = first == null ? second : second == null ? first : earlier(first, second);
    return new Roster(
        origins.merge(other.origins, new KeepBoth<>((mine, _) -> mine)),
        admissions.merge(other.admissions, new KeepBoth<>(LwwRegister::join)),
        founded);
  }

  private static Founding earlier(Founding one, Founding other) {
    var byPrecedence = Comparator.comparing(Founding::at).thenComparing(Founding::dot);
    return byPrecedence.compare(one, other) <= 0 ? one : other;
  }

  private record KeepBoth<K, V>(BinaryOperator<V> choice) implements PersistentMap.Merger<K, V> {
    @Override
    public V onlyThis(K key, V value) {
      return value;
    }

    @Override
    public V onlyOther(K key, V value) {
      return value;
    }

    @Override
    public V both(K key, V value, V other) {
      return choice.apply(value, other);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Roster roster
        && origins.equals(roster.origins)
        && admissions.equals(roster.admissions)
        && founding().equals(roster.founding());
  }

  @Override
  public int hashCode() {
    return 31 * origins.hashCode() + admissions.hashCode();
  }

  @Override
  public String toString() {
    return "Roster[" + founding() + ", " + admissions + ", " + origins + "]";
  }
}
