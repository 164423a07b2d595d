package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.ArrayList;
import java.util.List;

/// What must hold for every replicated type. A test class implements this interface and names its
/// type; it then has a test for each law and seed. A failure tells the shortest history that fails.
public interface JoinLaws<S extends JoinSemilattice<S>, E> {

  /// The type that must obey.
  Replicated<S, E> type();

  @Seeded
  default void joinIsCommutativeAssociativeIdempotent(long seed) {
    Law.check(
        "joinIsCommutativeAssociativeIdempotent",
        type(),
        seed,
        (history, random) -> {
          var a = history.anyState(random);
          var b = history.anyState(random);
          var c = history.anyState(random);

          assertThat(a.join(b)).as("commutative").isEqualTo(b.join(a));
          assertThat(a.join(b).join(c)).as("associative").isEqualTo(a.join(b.join(c)));
          assertThat(a.join(a)).as("idempotent").isEqualTo(a);
        });
  }

  @Seeded
  default void joinIsMonotone(long seed) {
    Law.check(
        "joinIsMonotone",
        type(),
        seed,
        (history, random) -> {
          var a = history.anyState(random);
          var b = history.anyState(random);
          var c = history.anyState(random);

          var joined = a.join(b);

          assertThat(joined.join(a)).as("above the one").isEqualTo(joined);
          assertThat(joined.join(b)).as("above the other").isEqualTo(joined);
          assertThat(a.join(c).join(joined.join(c)))
              .as("what is above stays above, whatever both join")
              .isEqualTo(joined.join(c));
        });
  }

  @Seeded
  default void joiningNothingChangesNothing(long seed) {
    Law.check(
        "joiningNothingChangesNothing",
        type(),
        seed,
        (history, random) -> {
          var state = Samples.oneOf(random, history.moments()).state();

          assertThat(state.join(type().bottom())).isEqualTo(state);
          assertThat(type().bottom().join(state)).isEqualTo(state);
        });
  }

  @Seeded
  default void deltaMergeEqualsFullMerge(long seed) {
    Law.check(
        "deltaMergeEqualsFullMerge",
        type(),
        seed,
        (history, random) -> {
          var mine = Samples.oneOf(random, history.moments()).state();
          var theirs = Samples.oneOf(random, history.moments()).state();
          var delta = Samples.deltaOf(type(), Law.REPLICAS, mine, random);

          var edited = delta.applyTo(mine);

          assertThat(delta.applyTo(theirs.join(mine))).isEqualTo(theirs.join(edited));
          assertThat(delta.applyTo(theirs).join(mine)).isEqualTo(theirs.join(edited));
        });
  }

  /// An edit only ever adds: the state before is below the state after.
  @Seeded
  default void editsAreMonotone(long seed) {
    Law.check(
        "editsAreMonotone",
        type(),
        seed,
        (history, random) -> {
          var before = history.anyReplica(random);

          var after = Samples.deltaOf(type(), Law.REPLICAS, before, random).applyTo(before);

          assertThat(before.join(after)).isEqualTo(after);
          assertThat(after.join(before)).isEqualTo(after);
        });
  }

  /// The short way that a delta knows, on a state that is equal to the one the edit was made in, on
  /// one that has more or less, on a concurrent one, and on one that has the edit already.
  @Seeded
  default void shortWayEqualsJoin(long seed) {
    Law.check(
        "shortWayEqualsJoin",
        type(),
        seed,
        (history, random) -> {
          var origin = history.anyReplica(random);
          var other = history.anyState(random);
          var made = Samples.deltaOf(type(), Law.REPLICAS, origin, random);
          var known = history.deltas().isEmpty() ? made : Samples.oneOf(random, history.deltas());

          for (var delta : List.of(made, known, made.join(known))) {
            for (var state : List.of(origin, other, origin.join(other), type().bottom())) {
              var joined = state.join(delta.fragment());

              assertThat(delta.applyTo(state)).isEqualTo(joined);
              assertThat(delta.applyTo(joined)).as("twice").isEqualTo(joined);
            }
          }
        });
  }

  /// The theorem that makes the operation-based and the state-based form one: operations that a
  /// causal buffer delivers fold to what their deltas join to in any order, with duplicates.
  @Seeded
  default void foldEqualsJoinOfDeltas(long seed) {
    Law.check(
        "foldEqualsJoinOfDeltas",
        type(),
        seed,
        (history, random) -> {
          var synchronised = history.moments().getLast().state();

          var folded = type().bottom();
          for (var delta : CausalDelivery.inSomeCausalOrder(history.envelopes(), random)) {
            folded = delta.applyTo(folded);
          }
          var twice = new ArrayList<>(history.deltas());
          twice.addAll(Samples.some(random, history.deltas()));
          var joined = type().bottom();
          for (var delta : Samples.shuffled(random, twice)) {
            joined = joined.join(delta.fragment());
          }

          assertThat(folded).as("fold in causal order").isEqualTo(synchronised);
          assertThat(joined).as("join in any order").isEqualTo(synchronised);
        });
  }

  @Seeded
  default void foldEqualsJoinOfDeltasInGroups(long seed) {
    Law.check(
        "foldEqualsJoinOfDeltasInGroups",
        type(),
        seed,
        (history, random) -> {
          var folded = history.moments().getLast().state();

          var groups = Samples.shuffled(random, history.deltas());
          while (groups.size() > 1) {
            int at = random.nextInt(groups.size() - 1);
            groups.set(at, groups.get(at).join(groups.remove(at + 1)));
          }
          var joined = type().bottom();
          for (var delta : groups) {
            joined = delta.applyTo(joined);
          }

          assertThat(joined).isEqualTo(folded);
        });
  }

  @Seeded
  default void readsWhatTheModelReads(long seed) {
    Law.check(
        "readsWhatTheModelReads",
        type(),
        seed,
        (history, _) -> {
          for (var moment : history.moments()) {
            assertThat(type().read(moment.state())).isEqualTo(type().model(history.events(moment)));
          }
        });
  }

  @Seeded
  default void decodingUndoesEncoding(long seed) {
    Law.check(
        "decodingUndoesEncoding",
        type(),
        seed,
        (history, random) -> {
          var state = history.anyState(random);

          var decoded = type().codec().decode(type().codec().encode(state));

          assertThat(decoded).isEqualTo(state);
          assertThat(type().codec().encode(decoded)).isEqualTo(type().codec().encode(state));
        });
  }

  @Seeded
  default void equalStatesHaveEqualBytes(long seed) {
    Law.check(
        "equalStatesHaveEqualBytes",
        type(),
        seed,
        (history, random) -> {
          var folded = history.moments().getLast().state();
          var joined = type().bottom();
          for (var delta : Samples.shuffled(random, history.deltas())) {
            joined = delta.applyTo(joined);
          }

          assertThat(type().codec().encode(joined)).isEqualTo(type().codec().encode(folded));
          assertThat(joined).hasSameHashCodeAs(folded);
        });
  }

  @Seeded
  default void statesThatReadDifferentlyAreNotEqual(long seed) {
    Law.check(
        "statesThatReadDifferentlyAreNotEqual",
        type(),
        seed,
        (history, random) -> {
          var one = Samples.oneOf(random, history.moments()).state();
          var other = Samples.oneOf(random, history.moments()).state();

          if (!type().read(one).equals(type().read(other))) {
            assertThat(one).isNotEqualTo(other);
            assertThat(type().codec().encode(one)).isNotEqualTo(type().codec().encode(other));
          }
        });
  }

  /// Bytes that were damaged are refused, or are the one form of some other state: no state has two
  /// forms, and nothing but a [MalformedBytesException] is thrown.
  @Seeded
  default void onlyCanonicalBytesAreDecoded(long seed) {
    Law.check(
        "onlyCanonicalBytesAreDecoded",
        type(),
        seed,
        (history, random) -> {
          var codec = type().codec();
          var whole = codec.encode(history.anyState(random));

          for (int n = 0; n < Law.CHANCES; n++) {
            var bytes = Samples.damaged(random, whole);
            try {
              assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
            } catch (MalformedBytesException refused) {
              assertThat(refused).hasMessageMatching(".+");
            }
          }
        });
  }
}
