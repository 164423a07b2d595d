package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Shows that [JoinLaws] catch the mistakes that other projects have shipped.
class PlantedBugsTest {

  private static final int SEEDS = 50;

  @Test
  void correctTypesBreakNoLaw() {
    assertThat(brokenLaws(new OrSets())).isEmpty();
  }

  @Test
  void aDeltaWithTheVectorOfItsAuthorAsContextIsCaught() {
    var bug =
        new OrSets() {
          @Override
          public Delta<OrSet<String>> edit(
              OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
            var exact = super.edit(state, dot, at, edit).fragment().causal();
            var claimed = state.causal().context().join(exact.context());
            return Delta.of(new OrSet<>(new Causal<>(exact.store(), claimed)));
          }
        };

    assertThat(brokenLaws(bug))
        .containsKeys(
            "deltaMergeEqualsFullMerge", "foldEqualsJoinOfDeltas", "foldEqualsJoinOfDeltasInGroups")
        .doesNotContainKey("readsWhatTheModelReads");
  }

  @Test
  void aDeltaThatForgetsWhatItSupersedesIsCaught() {
    var bug =
        new OrSets() {
          @Override
          public Delta<OrSet<String>> edit(
              OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
            return super.edit(OrSet.empty(), dot, at, edit);
          }
        };

    assertThat(brokenLaws(bug)).containsKey("readsWhatTheModelReads");
  }

  @Test
  void aDotThatIsUsedAgainIsCaught() {
    var bug =
        new OrSets() {
          @Override
          public Delta<OrSet<String>> edit(
              OrSet<String> state, Dot dot, HybridTimestamp at, Edit edit) {
            var used = new Dot(dot.replica(), (dot.counter() + 1) / 2);
            return super.edit(state, used, at, edit);
          }
        };

    assertThat(brokenLaws(bug)).containsKeys("foldEqualsJoinOfDeltas", "readsWhatTheModelReads");
  }

  @Test
  void aTieThatTheArrivingWriteWinsIsCaught() {
    assertThat(brokenLaws(new LastArrivalRegisters()))
        .containsKeys("joinIsCommutativeAssociativeIdempotent", "joinIsMonotone");
  }

  @Test
  void anEncodingInTheOrderOfArrivalIsCaught() {
    var bug =
        new OrSets() {
          @Override
          public Codec<OrSet<String>> codec() {
            return Codec.of(
                (to, set) -> to.varint(System.identityHashCode(set)), _ -> OrSet.empty());
          }
        };

    assertThat(brokenLaws(bug)).containsKeys("decodingUndoesEncoding", "equalStatesHaveEqualBytes");
  }

  @Test
  void aFailureTellsItsSeedAndTheShortestHistory() {
    var bug =
        new OrSets() {
          @Override
          public Object read(OrSet<String> state) {
            return state.contains("beta") ? "broken" : super.read(state);
          }
        };

    var failure = brokenLaws(bug).get("readsWhatTheModelReads");

    assertThat(failure)
        .hasMessageMatching(
            "(?s)readsWhatTheModelReads fails for seed \\d+ after the edits\n[^\n]*beta[^\n]*");
    assertThat(failure).hasCauseInstanceOf(AssertionError.class);
  }

  /// With each broken law, the failure of the first seed that breaks it.
  private static <S extends JoinSemilattice<S>, E> Map<String, AssertionError> brokenLaws(
      Replicated<S, E> type) {
    JoinLaws<S, E> laws = () -> type;
    var byName = new LinkedHashMap<String, LongConsumer>();
    byName.put(
        "joinIsCommutativeAssociativeIdempotent", laws::joinIsCommutativeAssociativeIdempotent);
    byName.put("joinIsMonotone", laws::joinIsMonotone);
    byName.put("joiningNothingChangesNothing", laws::joiningNothingChangesNothing);
    byName.put("deltaMergeEqualsFullMerge", laws::deltaMergeEqualsFullMerge);
    byName.put("foldEqualsJoinOfDeltas", laws::foldEqualsJoinOfDeltas);
    byName.put("foldEqualsJoinOfDeltasInGroups", laws::foldEqualsJoinOfDeltasInGroups);
    byName.put("readsWhatTheModelReads", laws::readsWhatTheModelReads);
    byName.put("decodingUndoesEncoding", laws::decodingUndoesEncoding);
    byName.put("equalStatesHaveEqualBytes", laws::equalStatesHaveEqualBytes);
    var broken = new TreeMap<String, AssertionError>();
    byName.forEach((name, law) -> firstFailure(law).ifPresent(e -> broken.put(name, e)));
    return broken;
  }

  private static Optional<AssertionError> firstFailure(LongConsumer law) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        law.accept(seed);
      } catch (AssertionError failure) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }

  /// A register that keeps the later of two writes, and the arriving one of two at the same time.
  private record LastArrivalRegister(Stamped<String> written)
      implements JoinSemilattice<LastArrivalRegister> {
    @Override
    public LastArrivalRegister join(LastArrivalRegister other) {
      return written.at().compareTo(other.written.at()) > 0 ? this : other;
    }
  }

  private static final class LastArrivalRegisters
      implements Replicated<LastArrivalRegister, String> {

    @Override
    public LastArrivalRegister bottom() {
      return new LastArrivalRegister(new Stamped<>(HybridTimestamp.ZERO, ""));
    }

    @Override
    public String anyEdit(LastArrivalRegister state, RandomGenerator random) {
      return Samples.text(random);
    }

    @Override
    public Delta<LastArrivalRegister> edit(
        LastArrivalRegister state, Dot dot, HybridTimestamp at, String edit) {
      return Delta.of(new LastArrivalRegister(new Stamped<>(at, edit)));
    }

    @Override
    public Object read(LastArrivalRegister state) {
      return state.written().at();
    }

    @Override
    public Object model(Collection<Event<String>> seen) {
      return seen.stream()
          .map(Event::at)
          .max(HybridTimestamp::compareTo)
          .orElse(HybridTimestamp.ZERO);
    }

    @Override
    public Codec<LastArrivalRegister> codec() {
      return Codec.of(
          (to, register) -> {
            Canonical.HYBRID_TIMESTAMP.write(to, register.written().at());
            to.utf8(register.written().value());
          },
          from ->
              new LastArrivalRegister(
                  new Stamped<>(Canonical.HYBRID_TIMESTAMP.read(from), from.utf8())));
    }
  }
}
