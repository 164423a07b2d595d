package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import java.util.Optional;

/// Where a change belongs among the lineages of its author.
///
/// @param from who tells of the change
record Chain<E extends Exception>(ChangeRules.LogView<E> log, Change change, DeviceId from) {
  /// Whether the log has the change.
  boolean isHere() throws E {
    return holder(change.seq(), change.hash()).isPresent();
  }

  /// The lineage that holds the change before it; empty for the first, or if that is not here.
  Optional<AuthorHead> parent() throws E {
    return change.seq() == 1 ? Optional.empty() : holder(change.seq() - 1, change.previous());
  }

  private Optional<AuthorHead> holder(long seq, ChangeHash hash) throws E {
    for (var lineage : log.lineages().ofAuthor(change.author())) {
      var head = log.head(lineage.id());
      if (seq > lineage.baseSeq()
          && head.isPresent()
          && seq <= head.get().seq()
          && log.hashOf(lineage.id(), seq).filter(hash::equals).isPresent()) {
        return head;
      }
    }
    return Optional.empty();
  }

  /// What has to get other names before the change can be taken, if anything has to.
  ///
  /// @param parent the lineage that it goes on from
  Optional<Split> split(Lineage parent) throws E {
    var head = log.head(parent.id()).filter(there -> there.lineage().equals(parent));
    if (head.isPresent() && head.get().seq() >= change.seq()) {
      return Optional.of(cut(parent, change.seq() - 1, change.first() - 1));
    }
    var lineage = lineage(parent);
    return lineage.isUnnamed() ? Optional.empty() : claimed(lineage.id());
  }

  private Split cut(Lineage lineage, long seq, long counter) throws E {
    var author = lineage.author();
    var first = log.hashOf(lineage.id(), seq + 1).orElseThrow();
    var tail = Lineage.branch(author, first, lineage, new Lineage.Place(seq, counter));
    var inTheWay = claimed(tail.id());
    return inTheWay.isPresent() ? inTheWay.get() : new Split(lineage, seq, counter, tail);
  }

  /// Nobody can keep the name of a branch by opening a replica under it.
  private Optional<Split> claimed(ReplicaId name) throws E {
    var squatter = log.head(name).filter(head -> head.lineage().isUnnamed());
    return squatter.isPresent()
        ? Optional.of(cut(squatter.get().lineage(), 0, 0))
        : Optional.empty();
  }

  /// The lineage that the change belongs to.
  ///
  /// @param parent the one that it goes on from; nothing of that is to be [#split]
  Lineage lineage(Lineage parent) {
    if (change.seq() == 1) {
      return isFirst()
          ? Lineage.whole(change.author())
          : Lineage.branch(change.author(), change.hash(), parent, Lineage.Place.START);
    }
    return log.lineages().isEnded(parent)
        ? Lineage.branch(
            change.author(),
            change.hash(),
            parent,
            new Lineage.Place(change.seq() - 1, change.first() - 1))
        : parent;
  }

  private boolean isFirst() {
    return !log.lineages().isBranch(change.author())
        && log.lineages().ofAuthor(change.author()).stream()
            .allMatch(lineage -> lineage.isUnnamed() && log.head(lineage.id()).isEmpty());
  }

  /// Whether a device has as many branches under this author as are taken from who tells of it.
  boolean isFullOf(DeviceKey key) {
    var limit = from.equals(key.deviceId()) ? ChangeLimits.BRANCHES : ChangeLimits.AUTHORS;
    var lineages = log.lineages();
    var ends =
        lineages.ofAuthor(change.author()).stream()
            .filter(lineage -> !lineages.isEnded(lineage))
            .flatMap(lineage -> log.head(lineage.id()).stream())
            .filter(head -> head.key().equals(key))
            .count();
    return ends >= limit;
  }
}
