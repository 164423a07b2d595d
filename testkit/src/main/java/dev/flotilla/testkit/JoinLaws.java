package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import java.util.ArrayList;

/// What must hold for every replicated type. A test class implements this interface and names its
/// type; it then has a test for each law and seed. A failure tells the shortest history that fails.
public interface JoinLaws<S extends JoinSemilattice<S>, E> {

  /// The type that must obey.
  Replicated<S, E> type();

  @Seeded
  default void joinIsCommutativeAssociativeIdempotent(long seed) {
    Law.check(
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
        type(),
        seed,
        (history, random) -> {
          var a = history.anyState(random);
          var b = history.anyState(random);

          var joined = a.join(b);

          assertThat(joined.join(a)).as("above the one").isEqualTo(joined);
          assertThat(joined.join(b)).as("above the other").isEqualTo(joined);
        });
  }

  @Seeded
  default void joiningNothingChangesNothing(long seed) {
    Law.check(
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
        type(),
        seed,
        (history, random) -> {
          var mine = Samples.oneOf(random, history.moments()).state();
          var theirs = Samples.oneOf(random, history.moments()).state();
          var edit = type().anyEdit(mine, random);
          var dot = new Dot(Samples.replica(Law.REPLICAS), 1);
          var delta = type().edit(mine, dot, Samples.timestamp(random), edit);

          var edited = delta.applyTo(mine);

          assertThat(delta.applyTo(theirs.join(mine))).isEqualTo(theirs.join(edited));
          assertThat(delta.applyTo(theirs).join(mine)).isEqualTo(theirs.join(edited));
        });
  }

  @Seeded
  default void foldEqualsJoinOfDeltas(long seed) {
    Law.check(
        type(),
        seed,
        (history, random) -> {
          var folded = history.moments().getLast().state();
          var twice = new ArrayList<>(history.deltas());
          twice.addAll(Samples.some(random, history.deltas()));

          var joined = type().bottom();
          for (var delta : Samples.shuffled(random, twice)) {
            joined = delta.applyTo(joined);
          }

          assertThat(joined).isEqualTo(folded);
        });
  }

  @Seeded
  default void foldEqualsJoinOfDeltasInGroups(long seed) {
    Law.check(
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
}
