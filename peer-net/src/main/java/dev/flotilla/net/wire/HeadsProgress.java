package dev.flotilla.net.wire;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.Collections;
import java.util.TreeMap;

/// How heads of one workspace move. Heads only ever advance, so of two heads of an author the one
/// with the greater sequence number is the newer. There is one exception: when a replica learns
/// that an author said two things, that author's head goes back to the last change before the fork,
/// and heads of its branches appear.
public final class HeadsProgress {
  /// Hashes, signature and the like of a change, and one operation.
  private static final long CHANGE_BYTES = 160;

  private static final long OPERATION_BYTES = 40;

  /// No log is so long: keeps the sums within a long.
  private static final long FAR = 1L << 40;

  private HeadsProgress() {}

  /// The newer head of every author.
  public static Heads merge(Heads older, Heads newer) {
    if (newer.isEmpty() || older.equals(newer)) {
      return older;
    }
    var merged = new TreeMap<ReplicaId, Head>(older.asMap());
    newer
        .asMap()
        .forEach((author, head) ->
            merged.merge(author, head, (mine, other) -> other.seq() > mine.seq() ? other : mine));
    return Heads.of(merged);
  }

  /// Of two moments of one replica the later. A fork that it learned of adds heads, and none ever
  /// goes away.
  public static Heads later(Heads one, Heads other) {
    if (one.size() == other.size()) {
      var knowing = one.replaced().size() > other.replaced().size() ? one : other;
      return merge(one, other).replacing(knowing.replaced());
    }
    return one.size() > other.size() ? one : other;
  }

  /// What a replica has that told `before` and then `more`.
  public static Heads told(Heads before, Heads more) {
    if (more.isEmpty()) {
      return before;
    }
    var told = new TreeMap<ReplicaId, Head>(before.asMap());
    told.putAll(more.asMap());
    return Heads.of(told);
  }

  /// What a replica has, without names that it gave up: it learned that their author said two
  /// things from the first change on, since it told branches of that, and heads cannot tell that
  /// one is gone.
  ///
  /// @param ours of somebody who knows of that as well
  public static Heads settled(Heads theirs, Heads ours) {
    if (ours.replaced().isEmpty()) {
      return theirs;
    }
    var left = new TreeMap<ReplicaId, Head>(theirs.asMap());
    ours.replaced()
        .forEach((name, branches) -> {
          if (!Collections.disjoint(branches, theirs.asMap().keySet())) {
            left.remove(name);
          }
        });
    return left.size() == theirs.size() ? theirs : Heads.of(left);
  }

  /// Whether somebody who told `before` and tells `more` now has learned of a fork.
  public static boolean goesBack(Heads before, Heads more) {
    return more.asMap().entrySet().stream()
        .anyMatch(entry -> entry.getValue().seq() < before.seq(entry.getKey()));
  }

  /// The heads of `now` that `before` does not have, or has at another change.
  public static Heads since(Heads before, Heads now) {
    var changed = new TreeMap<ReplicaId, Head>();
    now.asMap()
        .forEach((author, head) -> {
          if (!before.get(author).filter(head::equals).isPresent()) {
            changed.put(author, head);
          }
        });
    return Heads.of(changed);
  }

  /// Whether an author's newest change has the same number in both and is not the same.
  public static boolean diverge(Heads one, Heads other) {
    return !one.equals(other)
        && one.asMap().entrySet().stream()
            .anyMatch(entry ->
                other
                    .get(entry.getKey())
                    .filter(head ->
                        head.seq() == entry.getValue().seq() && !head.equals(entry.getValue()))
                    .isPresent());
  }

  /// How many changes someone with `have` lacks of what `wanted` stands for.
  public static long missing(Heads have, Heads wanted) {
    if (have.equals(wanted)) {
      return 0;
    }
    return wanted.asMap().entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue().seq() - have.seq(entry.getKey())))
        .reduce(0, HeadsProgress::addBounded);
  }

  /// How many operations `now` stands for that `before` does not.
  public static long operations(Heads before, Heads now) {
    return now.asMap().entrySet().stream()
        .mapToLong(entry -> {
          var known = before.get(entry.getKey()).map(Head::counter).orElse(0L);
          return Math.max(0, entry.getValue().counter() - known);
        })
        .reduce(0, HeadsProgress::addBounded);
  }

  /// About how many bytes of changes the heads stand for.
  public static long estimatedBytes(Heads heads) {
    return heads.asMap().values().stream()
        .mapToLong(head ->
            Math.min(head.seq(), FAR) * CHANGE_BYTES
                + Math.min(head.counter(), FAR) * OPERATION_BYTES)
        .sum();
  }

  /// A peer may tell any numbers.
  private static long addBounded(long one, long other) {
    var sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// Whether someone with `have` lacks nothing of what `wanted` stands for, as far as heads tell:
  /// who has more of an author may have something else.
  public static boolean covers(Heads have, Heads wanted) {
    if (have.equals(wanted)) {
      return true;
    }
    return wanted.asMap().entrySet().stream()
        .allMatch(entry ->
            have.seq(entry.getKey()) > entry.getValue().seq()
                || have.get(entry.getKey()).filter(entry.getValue()::equals).isPresent());
  }
}
