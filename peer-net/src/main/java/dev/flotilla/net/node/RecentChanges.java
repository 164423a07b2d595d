package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ChangeBatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The end of the committed log, in memory: what a peer that keeps up lacks after a commit, so that
/// nobody has to read it from the disk again. Immutable; bounded by [#MAX_CHANGES] and
/// [#MAX_BYTES].
///
/// @param entries in the order in which they were applied
/// @param bytes of all of them
record RecentChanges(List<Entry> entries, long bytes) {
  static final int MAX_CHANGES = 128;
  static final long MAX_BYTES = 256 << 10;

  static final RecentChanges NONE = new RecentChanges(List.of(), 0);

  /// @param lineage the one that the change belongs to
  /// @param head the lineage's with it
  private record Entry(ReplicaId lineage, Head head, Change change) {}

  /// These and one more, without the oldest if they are too many. Cost: [#MAX_CHANGES] references.
  RecentChanges with(Change change, AuthorHead after) {
    var all = new ArrayList<Entry>(entries.size() + 1);
    all.addAll(entries);
    all.add(new Entry(after.author(), after.head(), change));
    var sum = bytes + change.size();
    var drop = 0;
    while (all.size() - drop > MAX_CHANGES || sum > MAX_BYTES) {
      sum -= all.get(drop++).change().size();
    }
    return new RecentChanges(List.copyOf(all.subList(drop, all.size())), sum);
  }

  /// What a peer lacks of a log that ends with these, in causal order. Cost: the number of authors.
  ///
  /// @param theirs what the peer has
  /// @param ours what the log has; of authors who did not fork
  /// @return empty if only the log itself can tell
  Optional<ChangeBatch> missing(Heads theirs, Heads ours, int maxBytes) {
    if (hasOthers(theirs, ours)) {
      return Optional.empty();
    }
    var reached = new TreeMap<>(theirs.asMap());
    var raw = new ArrayList<byte[]>();
    var size = 0L;
    var full = false;
    var begun = new HashSet<ReplicaId>();
    for (var entry : entries) {
      var known = theirs.get(entry.lineage());
      if (known.filter(head -> head.seq() >= entry.head().seq()).isPresent()) {
        continue;
      }
      if (begun.add(entry.lineage()) && !continues(known, entry.change())) {
        return Optional.empty();
      }
      full |= !raw.isEmpty() && size + entry.change().size() > maxBytes;
      if (!full) {
        raw.add(entry.change().raw());
        size += entry.change().size();
        reached.put(entry.lineage(), entry.head());
      }
    }
    return begun.containsAll(lacking(theirs, ours))
        ? Optional.of(new ChangeBatch(raw, Heads.of(reached)))
        : Optional.empty();
  }

  /// Whether the peer has something that is not here, or under another name.
  private static boolean hasOthers(Heads theirs, Heads ours) {
    return theirs.asMap().entrySet().stream()
        .anyMatch(entry -> {
          var here = ours.get(entry.getKey());
          return here.isEmpty()
              || here.get().seq() < entry.getValue().seq()
              || (here.get().seq() == entry.getValue().seq()
                  && !here.get().equals(entry.getValue()));
        });
  }

  private static List<ReplicaId> lacking(Heads theirs, Heads ours) {
    return ours.asMap().entrySet().stream()
        .filter(entry -> theirs.seq(entry.getKey()) < entry.getValue().seq())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whether a change is the next one for somebody who has this of its author.
  private static boolean continues(Optional<Head> known, Change change) {
    return known
        .map(head -> head.seq() + 1 == change.seq() && head.names(change.previous()))
        .orElse(change.seq() == 1);
  }
}
