package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The lineages of all authors who said two things, as trees. Authors without a fork cost nothing
/// here. A function of the set of changes. Immutable.
public final class Lineages {
  /// Nobody said two things.
  public static final Lineages NONE = new Lineages(PersistentMap.empty(), PersistentMap.empty());

  private final PersistentMap<ReplicaId, List<Lineage>> trees;
  private final PersistentMap<ReplicaId, Lineage> branches;

  private Lineages(
      PersistentMap<ReplicaId, List<Lineage>> trees, PersistentMap<ReplicaId, Lineage> branches) {
    this.trees = trees;
    this.branches = branches;
  }

  /// The lineages among `all` that are not all of what their author said.
  public static Lineages of(Collection<Lineage> all) {
    var forked = all.stream().filter(lineage -> !lineage.isUnnamed()).map(Lineage::author).toList();
    var found = NONE;
    for (var lineage : all) {
      if (forked.contains(lineage.author())) {
        found = found.plus(lineage);
      }
    }
    return found;
  }

  public boolean isEmpty() {
    return trees.isEmpty();
  }

  /// The authors who said two things.
  public List<ReplicaId> forkedAuthors() {
    var authors = new ArrayList<ReplicaId>();
    trees.forEach((author, _) -> authors.add(author));
    authors.sort(null);
    return List.copyOf(authors);
  }

  /// Authors who said two things from their first change on, so that nothing has their own name any
  /// more, and the branches that begin there. Cost: the number of forked authors.
  public Map<ReplicaId, Set<ReplicaId>> replaced() {
    var replaced = new HashMap<ReplicaId, Set<ReplicaId>>();
    trees.forEach((author, tree) -> {
      if (tree.stream().noneMatch(Lineage::isUnnamed)) {
        replaced.put(
            author,
            tree.stream()
                .filter(lineage -> lineage.parent().isEmpty())
                .map(Lineage::id)
                .collect(Collectors.toUnmodifiableSet()));
      }
    });
    return replaced;
  }

  /// All lineages of an author; for one who did not fork, the one that has or would have its name.
  public List<Lineage> ofAuthor(ReplicaId author) {
    var tree = trees.get(author);
    return tree != null ? tree : isBranch(author) ? List.of() : List.of(Lineage.whole(author));
  }

  /// The lineage with this name, whether there is anything in it or not.
  public Lineage get(ReplicaId id) {
    var branch = branches.get(id);
    return branch != null ? branch : Lineage.whole(id);
  }

  /// Whether the name is that of a lineage that begins at a fork.
  boolean isBranch(ReplicaId id) {
    return branches.containsKey(id);
  }

  /// Whether others go on from the end of the lineage, so that it never grows again.
  boolean isEnded(Lineage lineage) {
    return ofAuthor(lineage.author()).stream()
        .anyMatch(other -> other.parent().filter(lineage.id()::equals).isPresent());
  }

  /// Where operations may be that somebody means who names a replica: in the lineage with that
  /// name, and in those that go on from it, since their fork may not have been known.
  public List<Lineage> meantBy(ReplicaId name) {
    if (!isBranch(name)) {
      return ofAuthor(name);
    }
    var tree = ofAuthor(get(name).author());
    var meant = new ArrayList<>(tree.stream().filter(one -> descends(one, name)).toList());
    meant.addAll(trees.getOrDefault(name, List.of())); // somebody took that name as its own
    return meant;
  }

  /// The operation that is meant by a dot, for somebody who has seen `past`.
  ///
  /// @return none if there is no such operation there, or more than one
  public Optional<Dot> meantBy(Dot dot, VersionVector past) {
    var found =
        meantBy(dot.replica()).stream()
            .filter(lineage -> has(lineage, dot.counter(), past))
            .map(lineage -> new Dot(lineage.id(), dot.counter()))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Whether somebody with this past may use a name: that of a branch exists only for those who
  /// have seen a sibling of it.
  boolean isKnownTo(ReplicaId name, VersionVector past) {
    if (!isBranch(name) || trees.containsKey(name)) {
      return true;
    }
    var branch = get(name);
    return ofAuthor(branch.author()).stream()
        .anyMatch(other -> other.isSiblingOf(branch) && past.get(other.id()) > 0);
  }

  /// The lineage that holds an operation of a chain, going back from its end.
  ///
  /// @param end the lineage in which the chain ends
  Lineage holding(Lineage end, long counter) {
    var at = end;
    while (counter <= at.baseCounter()) {
      at = get(at.parent().orElseThrow());
    }
    return at;
  }

  /// The number of operations that a vector stands for.
  long count(VersionVector vector) {
    var sum = new long[1];
    vector.forEach((replica, counter) -> {
      var operations = counter - get(replica).baseCounter();
      sum[0] = sum[0] > Long.MAX_VALUE - operations ? Long.MAX_VALUE : sum[0] + operations;
    });
    return sum[0];
  }

  /// These and that of a change that was found applicable.
  public Lineages with(Lineage lineage) {
    return lineage.isUnnamed() || branches.containsKey(lineage.id()) ? this : plus(lineage);
  }

  /// The lineages once one of them was found to be two.
  public Lineages after(Split split) {
    var author = split.lineage().author();
    var next = new ArrayList<Lineage>();
    for (var lineage : ofAuthor(author)) {
      if (lineage.id().equals(split.lineage().id())) {
        if (split.seq() > 0) {
          next.add(lineage);
        }
        next.add(split.tail());
      } else if (lineage.parent().filter(split.lineage().id()::equals).isPresent()) {
        // Its base lies at the old end, hence in the tail.
        next.add(lineage.withParent(split.tail().id()));
      } else {
        next.add(lineage);
      }
    }
    return replacing(author, next);
  }

  /// The state after a change, its operations named as here.
  ///
  /// @param lineage the one that the change belongs to
  /// @param past what the change has seen
  public Workspace apply(Workspace state, Change change, Lineage lineage, VersionVector past) {
    var at =
        change.seq() > 1 && change.seq() == lineage.baseSeq() + 1
            ? state.branch(lineage.parent().orElseThrow(), lineage.id(), lineage.baseCounter())
            : state;
    return at.apply(lineage.id(), change.first(), change.at(), operations(change, lineage, past));
  }

  /// The operations of a change, their dots named as here.
  ///
  /// @param lineage the one that the change belongs to
  /// @param past what the change has seen
  public List<Operation> operations(Change change, Lineage lineage, VersionVector past) {
    return Translation.of(change, lineage, past, this);
  }

  /// Whether somebody with a past has seen the operation that is named so by who may not have known
  /// of a fork.
  public boolean hasSeen(VersionVector past, ReplicaId name, long counter) {
    return meantBy(name).stream().anyMatch(lineage -> has(lineage, counter, past));
  }

  /// Whether somebody with a past has seen the operation of a lineage.
  static boolean has(Lineage lineage, long counter, VersionVector past) {
    return counter > lineage.baseCounter() && counter <= past.get(lineage.id());
  }

  private boolean descends(Lineage lineage, ReplicaId ancestor) {
    var at = Optional.of(lineage.id());
    while (at.isPresent() && !at.get().equals(ancestor)) {
      at = get(at.get()).parent();
    }
    return at.isPresent();
  }

  private Lineages plus(Lineage lineage) {
    var tree = new ArrayList<>(trees.getOrDefault(lineage.author(), List.of()));
    tree.add(lineage);
    return replacing(lineage.author(), tree);
  }

  private Lineages replacing(ReplicaId author, List<Lineage> tree) {
    var sorted = new ArrayList<>(tree);
    sorted.sort(Comparator.comparing(Lineage::id));
    var names = branches;
    for (var old : trees.getOrDefault(author, List.of())) {
      names = names.without(old.id());
    }
    for (var lineage : tree) {
      if (!lineage.isUnnamed()) {
        names = names.with(lineage.id(), lineage);
      }
    }
    return new Lineages(trees.with(author, List.copyOf(sorted)), names);
  }
}
