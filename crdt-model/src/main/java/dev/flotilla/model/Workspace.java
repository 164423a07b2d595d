package dev.flotilla.model;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The shared workspace: a snapshot that never changes and shares its structure with those before
/// it.
///
/// The state is a function of the set of changes alone: whatever causal order they are applied in,
/// equal sets give equal workspaces, equal conflicts and equal digests. The version vector is the
/// causal context of all slots, which is why changes must be applied without gaps.
///
/// Views are computed when they are first asked for and kept with the entity they show; an edit
/// costs O(operations · log n), a list of all flags after an edit O(flags). Safe to share between
/// threads.
public final class Workspace {
  /// Raised whenever the same log means another state, for example when an operation that was
  /// unknown gets a meaning. Only states of one level can be compared.
  public static final int INTERPRETATION = 3;

  /// A workspace without any change.
  public static final Workspace EMPTY =
      new Workspace(
          VersionVector.EMPTY, Roster.EMPTY, Entities.NONE, FolderTree.EMPTY, BucketSums.NONE);

  private final VersionVector vector;
  private final Roster roster;
  private final Entities entities;
  private final FolderTree folders;
  private final Lazy<Prerequisites> prerequisites;
  private final Views views;
  private final Lazy<List<Folder>> folderViews;
  private final Lazy<List<Conflict>> conflicts;
  private final BucketSums sums;
  private final Lazy<StateDigest> digest;

  Workspace(
      VersionVector vector, Roster roster, Entities entities, FolderTree folders, BucketSums sums) {
    this.vector = vector;
    this.roster = roster;
    this.entities = entities;
    this.folders = folders;
    this.prerequisites = new Lazy<>(() -> Prerequisites.of(this));
    this.views = new Views(this);
    this.folderViews = new Lazy<>(() -> Folders.all(this, flags()));
    this.conflicts = new Lazy<>(() -> AllConflicts.of(this));
    this.sums = sums;
    this.digest = new Lazy<>(() -> StateDigest.of(this));
  }

  /// This workspace after a change.
  ///
  /// @param first the counter of the first operation
  /// @throws IllegalStateException if `first` is not the counter after those that this workspace
  ///   has of `author`: changes must come once each and in causal order
  public Workspace apply(
      ReplicaId author, long first, HybridTimestamp at, List<Operation> operations) {
    return new Fold(this).apply(author, first, at, operations).result();
  }

  /// This workspace, ready for the first change of a replica that goes on from another one's
  /// operation instead of beginning at 1. It lives on the same device.
  public Workspace branch(ReplicaId parent, ReplicaId branch, long counter) {
    var next = roster.origin(parent).map(one -> roster.with(branch, one)).orElse(roster);
    return new Workspace(vector.with(branch, counter), next, entities, folders, sums);
  }

  /// The operations in this snapshot.
  public VersionVector vector() {
    return vector;
  }

  /// The state as a value of the semilattice of delta states. Costs O(all entries): for tests and
  /// checks; the program itself only ever folds changes.
  public WorkspaceState state() {
    return WorkspaceState.of(this);
  }

  /// The name of the workspace; empty before it is founded.
  public String name() {
    var name = value(new Slot.Field(EntityId.workspace(), FieldNames.NAME));
    return name instanceof Value.Text(var text) ? text : "";
  }

  /// The id of the workspace; none before it is founded.
  public Optional<WorkspaceId> id() {
    return roster.workspace();
  }

  /// Founding, members and devices.
  public Roster roster() {
    return roster;
  }

  /// All members, by name.
  public List<Member> members() {
    return roster.members();
  }

  /// The member with this device id.
  public Optional<Member> member(DeviceId device) {
    return roster.member(device);
  }

  /// The device that opened `replica`.
  public Optional<ReplicaOrigin> origin(ReplicaId replica) {
    return roster.origin(replica);
  }

  /// All flags, by key.
  public List<Flag> flags() {
    return views.flags();
  }

  /// The flag with this key.
  public Optional<Flag> flag(String key) {
    return Views.flag(this, key);
  }

  /// All tag sets, by key.
  public List<TagSet> tagSets() {
    return views.tagSets();
  }

  /// The tag set with this key.
  public Optional<TagSet> tagSet(String key) {
    return Views.tagSet(this, key);
  }

  /// All environments, by order, then name.
  public List<Environment> environments() {
    return views.environments();
  }

  /// The environment with this name.
  public Optional<Environment> environment(String name) {
    return Views.environment(this, name);
  }

  /// All counters, by key.
  public List<Counter> counters() {
    return views.counters();
  }

  /// The counter with this key.
  public Optional<Counter> counter(String key) {
    return Views.counter(this, key);
  }

  /// All folders, by path.
  public List<Folder> folders() {
    return folderViews.get();
  }

  /// The folder with this key.
  public Optional<Folder> folder(String key) {
    return exists(EntityId.folder(key)) ? Folders.named(key, folders()) : Optional.empty();
  }

  /// The ids of all present entities of a kind, by key.
  public List<EntityId> entities(String kind) {
    return entities.index().ids(kind).stream().filter(this::exists).toList();
  }

  /// Whether any entity of a kind is present. Looks no further than the first that is.
  public boolean hasAny(String kind) {
    return entities.index().ids(kind).stream().anyMatch(this::exists);
  }

  /// Whether the entity is present.
  public boolean exists(EntityId entity) {
    return entity(entity).isPresent();
  }

  /// Whether a newer program wrote something about the entity, or the whole workspace, that this
  /// one does not understand. Then it is shown as far as it is understood, and not edited, for as
  /// long as whoever wrote that may write.
  public boolean isFrozen(EntityId entity) {
    return entities.frozen().covers(entity, roster);
  }

  /// All that newer programs wrote about, in order, present here or not; with the workspace among
  /// them everything [#isFrozen]. Tells of this program: it is in no digest and no encoded state.
  public List<EntityId> frozen() {
    return entities.frozen().list(roster);
  }

  /// Visits what [#frozen] is made of, in no order: what a store keeps.
  public void forEachFrozen(BiConsumer<EntityId, ReplicaId> visitor) {
    entities.frozen().forEach(visitor);
  }

  /// The siblings of a slot; none if nobody wrote it. Shows slots of absent entities as well.
  public SiblingRegister<Value> register(Slot slot) {
    return SiblingRegister.of(siblings(slot), CausalContext.of(vector));
  }

  /// The value of a slot that applications read; [Value.Absent] if nobody wrote it.
  public Value value(Slot slot) {
    return Contents.value(siblings(slot));
  }

  /// All conflicts, by entity and slot. Costs O(entities in conflict, flags whose variants are
  /// gone, flags that require others, moves of folders), once for each snapshot.
  public List<Conflict> conflicts() {
    return conflicts.get();
  }

  /// The conflicts that concern one entity, by slot.
  public List<Conflict> conflicts(EntityId entity) {
    return conflicts().stream().filter(conflict -> conflict.concerns(entity)).toList();
  }

  /// The entities that are present here or in an older snapshot and not the same in both, and the
  /// flags that show something else because another entity is not. Costs O(differences), O(flags
  /// that require others or lost variants) if those may differ, and O(flags) if a folder does.
  public SortedSet<EntityId> changedSince(Workspace older) {
    return Differences.between(older, this);
  }

  /// The root of [#stateDigest], 32 bytes: equal states have equal digests, whatever order their
  /// changes came in.
  public byte[] digest() {
    return stateDigest().root().bytes();
  }

  /// What the state comes to, in parts. Computed once for each snapshot: at first O(all entries),
  /// then, for a snapshot made from one whose digest is known, O(entries of what was edited).
  public StateDigest stateDigest() {
    return digest.get();
  }

  /// The present entities in these buckets of [#stateDigest], in order, with their hashes. Costs
  /// O(all entities): for finding a difference that should not be.
  public List<EntityHash> hashes(Set<Integer> buckets) {
    return EntityHash.in(this, buckets);
  }

  /// Visits every sibling of every slot, in an order of its own: what a store keeps.
  public void forEachEntry(EntryVisitor visitor) {
    entities.all().values().forEach(entity -> entity.forEachEntry(visitor));
  }

  /// Visits the ids of all entities that were ever written, present or not, in no order.
  public void forEachEntity(Consumer<EntityId> visitor) {
    entities.all().keys().forEach(visitor);
  }

  /// Is shown the entries of a workspace.
  @FunctionalInterface
  public interface EntryVisitor {
    /// One sibling of one slot.
    void visit(Slot slot, Dot dot, Stamped<Value> stamped);
  }

  /// One sibling of one slot: what a store keeps.
  public record Entry(Slot slot, Dot dot, Stamped<Value> stamped) {}

  /// Visits what writes have left for good, superseded or not, in an order of its own: what a store
  /// keeps as well.
  public void forEachTrace(Consumer<Trace> visitor) {
    for (var entity : entities.all().values()) {
      if (!entity.orders().isEmpty()) {
        entity.sortedTraces().forEach(visitor);
      }
    }
    folders.tree().moves().forEach(move -> visitor.accept(FolderTree.trace(move)));
  }

  /// The workspace with these contents, in any order.
  public static Workspace restore(
      VersionVector vector, Roster roster, Iterable<Entry> entries, Iterable<Trace> traces) {
    var restoring = new Restoring();
    entries.forEach(restoring::add);
    traces.forEach(restoring::add);
    return restoring.workspace(vector, roster);
  }

  /// All of an entity in the form that [Restoring#add(EntityId, byte[])] takes, positions of rules
  /// included but not the moves of folders. The entity lies in that form from then on, in all
  /// snapshots that share it. None if nobody ever wrote the entity, or if it takes more than
  /// `bytesMax`: then it is kept by its entries and traces. Nobody may change the array.
  public Optional<byte[]> packed(EntityId id, int bytesMax) {
    var entity = entities.all().get(id);
    return entity == null ? Optional.empty() : entity.pack(bytesMax);
  }

  /// Visits the siblings of all slots of one entity, as [#forEachEntry(EntryVisitor)] does.
  public void forEachEntry(EntityId id, EntryVisitor visitor) {
    entity(id).forEachEntry(visitor);
  }

  /// The deleted entities of which everybody has seen everything, so that hardly anybody will write
  /// in them again. Folders aside: their moves decide where others are. Costs O(entities).
  ///
  /// @param everywhere what all members have on their disks
  public List<EntityId> disposable(VersionVector everywhere) {
    return entities.disposable(everywhere, roster);
  }

  /// This workspace without entities that are deleted. Nothing that can be seen changes, and no
  /// digest. Before anybody writes in one of them again, it has to be put back ([Recalling]).
  public Workspace without(Collection<EntityId> ids) {
    var fewer = entities.without(ids);
    return new Workspace(vector, roster, fewer, folders, sums.followedBy(fewer.all()));
  }

  /// This workspace with another form of an entity.
  Workspace with(Entity entity) {
    var next = entities.with(entity);
    return new Workspace(vector, roster, next, folders, sums.followedBy(next.all()));
  }

  /// The traces of one entity, moves of folders aside.
  public List<Trace> positions(EntityId id) {
    return entity(id).sortedTraces();
  }

  /// Appends the canonical form of the whole state.
  public void encode(CanonicalWriter to) {
    WorkspaceCodec.encode(to, this);
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws dev.flotilla.crdt.codec.MalformedBytesException if the bytes are anything else
  public static Workspace decode(CanonicalReader from) {
    return WorkspaceCodec.decode(from);
  }

  /// The entity, which is empty if nobody ever wrote it.
  Entity entity(EntityId id) {
    return entities.get(id);
  }

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return entity(slot.entity()).siblings(slot);
  }

  Entities entityStore() {
    return entities;
  }

  FolderTree folderTree() {
    return folders;
  }

  BucketSums sums() {
    return sums;
  }

  Prerequisites prerequisites() {
    return prerequisites.get();
  }

  EntityIndex index() {
    return entities.index();
  }

  /// The view of a present entity by itself: what it shows of others is not settled.
  @Nullable View view(EntityId id) {
    var entity = entities.all().get(id);
    return entity != null && entity.isPresent() ? entity.view() : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Workspace workspace
        && vector.equals(workspace.vector)
        && roster.equals(workspace.roster)
        && entities.all().equals(workspace.entities.all())
        && folders.equals(workspace.folders);
  }

  @Override
  public int hashCode() {
    return vector.hashCode();
  }

  @Override
  public String toString() {
    return "Workspace[" + name() + ", " + entities.all().size() + " entities, " + vector + "]";
  }
}
