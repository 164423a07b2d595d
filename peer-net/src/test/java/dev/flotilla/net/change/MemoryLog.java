package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A replica's log without a disk, for tests: obeys the rules, and authors changes on what it has.
public final class MemoryLog implements ChangeRules.LogView<RuntimeException> {
  private static final Octets NONCE = Octets.of(new byte[FoundWorkspace.NONCE_BYTES]);
  private static final DeviceId NOBODY = DeviceId.of(new byte[DeviceId.BYTES]);
  private static final long START_MILLIS = 1_700_000_000_000L;

  private final WorkspaceId workspace;
  private final ChangeVerifier verifier;
  private final Map<ReplicaId, AuthorHead> heads = new HashMap<>();
  private final Map<ReplicaId, List<Change>> chains = new HashMap<>();
  private final Map<ChangeHash, VersionVector> pasts = new HashMap<>();
  private final List<Change> all = new ArrayList<>();
  private Admissions admissions = Admissions.EMPTY;
  private Lineages lineages = Lineages.NONE;
  private Workspace state = Workspace.EMPTY;

  public MemoryLog(WorkspaceId workspace) {
    this(workspace, ChangeVerifier.ED25519);
  }

  public MemoryLog(WorkspaceId workspace, ChangeVerifier verifier) {
    this.workspace = workspace;
    this.verifier = verifier;
  }

  /// The workspace that `founder` founds in these tests.
  public static WorkspaceId foundedBy(TestDevice founder) {
    return WorkspaceId.of(founder.key(), NONCE);
  }

  /// Authors and adds the founding change.
  public Change found(TestDevice founder, ReplicaId replica) {
    return author(
        founder,
        replica,
        new OpenReplica(founder.key(), founder.name()),
        new FoundWorkspace(NONCE, "Atlas"),
        new AdmitMember(founder.key(), founder.name(), Role.OWNER));
  }

  /// Authors a change on top of everything here and adds it.
  public Change author(TestDevice device, ReplicaId replica, Operation... operations) {
    var change = draft(device, replica, operations);
    var verdict = take(change);
    if (!(verdict instanceof Verdict.Applicable)) {
      throw new AssertionError(verdict.toString());
    }
    return change;
  }

  /// Authors a change on top of everything here without adding it.
  public Change draft(TestDevice device, ReplicaId replica, Operation... operations) {
    var head = Optional.ofNullable(heads.get(replica));
    var seen = new HashMap<ReplicaId, Long>();
    heads.forEach((author, other) -> {
      if (!author.equals(replica)
          && other.last() > head.map(own -> own.past().get(author)).orElse(0L)) {
        seen.put(author, other.last());
      }
    });
    return draft(device, replica, seen, operations);
  }

  /// Authors a change that names only `seen` as new to its author, without adding it.
  public Change draft(
      TestDevice device, ReplicaId replica, Map<ReplicaId, Long> seen, Operation... operations) {
    var head = Optional.ofNullable(heads.get(replica));
    var draft =
        new Draft(
            replica,
            head.map(AuthorHead::seq).orElse(0L) + 1,
            head.map(AuthorHead::last).orElse(0L) + 1,
            head.map(AuthorHead::hash).orElse(ChangeHash.NONE),
            Dependencies.of(seen, (author, _) -> heads.get(author).hash()),
            new HybridTimestamp(START_MILLIS + all.size(), 0),
            "",
            Arrays.asList(operations));
    return sign(draft, workspace, device);
  }

  public static Change sign(Draft draft, WorkspaceId workspace, TestDevice device) {
    return switch (ChangeCodec.sign(draft, workspace, device::sign)) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }

  /// Judges a change, and adds it if it fits.
  public Verdict take(Change change) {
    var verdict =
        new ChangeRules<>(workspace, this, verifier).judge(change, Optional.empty(), NOBODY);
    if (verdict instanceof Verdict.Fork(_, var split)) {
      split(split);
      return take(change);
    }
    if (verdict instanceof Verdict.Applicable(var after)) {
      lineages = lineages.with(after.lineage());
      heads.put(after.author(), after);
      chains.computeIfAbsent(after.author(), _ -> new ArrayList<>()).add(change);
      all.add(change);
      pasts.put(change.hash(), after.past());
      admissions = admissions.with(change, after.author());
      state = lineages.apply(state, change, after.lineage(), after.past());
    }
    return verdict;
  }

  private void split(Split split) {
    var chain = chains.remove(split.lineage().id());
    var kept = chain.stream().filter(change -> change.seq() <= split.seq()).toList();
    var moved = chain.stream().filter(change -> change.seq() > split.seq()).toList();
    chains.put(split.tail().id(), new ArrayList<>(moved));
    var old = heads.get(split.lineage().id());
    heads.remove(split.lineage().id());
    heads.values().forEach(head -> pasts.put(head.hash(), head.past()));
    pasts.replaceAll((_, past) -> split.rename(past));
    heads.replaceAll((_, head) -> head.after(split));
    heads.put(split.tail().id(), old.after(split));
    if (split.seq() > 0) {
      chains.put(split.lineage().id(), new ArrayList<>(kept));
      var end = kept.getLast();
      heads.put(
          split.lineage().id(),
          new AuthorHead(
              split.lineage(),
              old.key(),
              old.deviceName(),
              end.seq(),
              end.last(),
              end.hash(),
              pasts.get(end.hash())));
    }
    lineages = lineages.after(split);
    admissions = admissions.after(split);
    fold();
  }

  /// Folds the log again, under the names that are known now.
  private void fold() {
    state = Workspace.EMPTY;
    for (var change : all) {
      var lineage =
          chains.entrySet().stream()
              .filter(chain -> chain.getValue().contains(change))
              .map(chain -> lineages.get(chain.getKey()))
              .findFirst()
              .orElseThrow();
      var owner = heads.get(lineage.id()).owner();
      var past = pasts.get(change.hash());
      var after =
          new AuthorHead(
              lineage,
              owner.key(),
              owner.deviceName(),
              change.seq(),
              change.last(),
              change.hash(),
              past);
      state = lineages.apply(state, change, after.lineage(), after.past());
    }
  }

  /// A copy of everything, as of a database.
  public MemoryLog copy() {
    var copy = new MemoryLog(workspace, verifier);
    all.forEach(copy::take);
    return copy;
  }

  /// The change with an operation.
  public Change holding(Dot dot) {
    return chains.getOrDefault(dot.replica(), List.of()).stream()
        .filter(change -> change.first() <= dot.counter() && dot.counter() <= change.last())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + dot));
  }

  public Heads heads() {
    var found = new HashMap<ReplicaId, Head>();
    heads.forEach((lineage, head) -> found.put(lineage, head.head()));
    return Heads.of(found);
  }

  /// What a change has seen, itself included.
  public VersionVector past(Change change) {
    return pasts.getOrDefault(change.hash(), VersionVector.EMPTY);
  }

  public Workspace state() {
    return state;
  }

  /// All changes, as they were added.
  public List<Change> all() {
    return List.copyOf(all);
  }

  @Override
  public Optional<AuthorHead> head(ReplicaId author) {
    return Optional.ofNullable(heads.get(author));
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
    return chains.getOrDefault(author, List.of()).stream()
        .filter(change -> change.seq() == seq)
        .map(Change::hash)
        .findFirst();
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
    return chains.getOrDefault(author, List.of()).stream()
        .filter(change -> change.last() == counter)
        .map(Change::hash)
        .findFirst();
  }

  @Override
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter) {
    return hashEndingAt(author, counter).map(pasts::get);
  }

  @Override
  public Lineages lineages() {
    return lineages;
  }

  @Override
  public Admissions admissions() {
    return admissions;
  }
}
