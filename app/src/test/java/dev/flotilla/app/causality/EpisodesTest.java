package dev.flotilla.app.causality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodesTest {
  @Test
  void theMorningHasOneEpisodeWithTheTwoPartsOfTheNetwork() {
    CausalHistory history =
        CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());

    List<Apart> episodes = Episodes.of(history, Duration.ofMinutes(10));

    assertThat(episodes).hasSize(1);
    Apart apart = episodes.getFirst();
    assertThat(names(history, apart))
        .containsExactly(
            Set.of("Ana’s laptop", "Ben’s desktop", "Build server"),
            Set.of("Packing line 2", "Studio Mac"));
    assertThat(apart.sides().getFirst().events()).hasSize(4);
    assertThat(apart.sides().getLast().events()).hasSize(4);
    assertThat(history.event(apart.meeting().getAsInt()).message()).isEqualTo("Both were right");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noEventOfOneSideHadSeenOneOfAnother(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 5, 300, 0.15));

    List<Apart> episodes = Episodes.of(history, Duration.ZERO);

    assertThat(episodes).isNotEmpty();
    for (Apart apart : episodes) {
      assertThat(apart.sides()).hasSizeGreaterThan(1);
      for (Apart.Side side : apart.sides()) {
        for (Apart.Side other : apart.sides()) {
          if (!side.equals(other)) {
            side.events()
                .forEach(one ->
                    other
                        .events()
                        .forEach(two -> assertThat(history.areConcurrent(one, two)).isTrue()));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void silencesHoldEveryConcurrentPair(long seed) {
    CausalHistory history = CausalHistory.of(MadeHistories.of(seed, 3, 150, 0.3));

    for (int one = 0; one < history.size(); one++) {
      for (int other = one + 1; other < history.size(); other++) {
        if (history.areConcurrent(one, other)) {
          assertThat(isHeld(history, one, other)).as("%s, %s", one, other).isTrue();
        }
      }
    }
  }

  @Test
  void whoMeetsAtOnceWasNeverApart() {
    CausalHistory history = CausalHistory.of(MadeHistories.of(1, 1, 50, 0));

    assertThat(Episodes.of(history, Duration.ZERO)).isEmpty();
    assertThat(Episodes.of(CausalHistory.EMPTY, Duration.ZERO)).isEmpty();
  }

  // Ten minutes were asked of all: whoever tried two machines for one saw no frame at all.
  @Test
  void aMinuteApartIsToldWhereThereIsLittleElse() {
    RehearsalFleet fleet = two();
    apart(fleet, Duration.ofMinutes(1));

    CausalHistory history = history(fleet);

    assertThat(Episodes.of(history, Duration.ofMinutes(10))).isEmpty();
    assertThat(Episodes.telling(history))
        .singleElement()
        .satisfies(apart ->
            assertThat(names(history, apart)).containsExactly(Set.of("Ana"), Set.of("Ben")));
  }

  @Test
  void shortOnesGiveWayToLongOnesAndAreLeftOutWhereThereAreMany() {
    RehearsalFleet fleet = two();
    for (int minute = 1; minute <= 20; minute++) {
      apart(fleet, Duration.ofSeconds(10L + minute));
    }
    apart(fleet, Duration.ofMinutes(11));

    List<Apart> told = Episodes.telling(history(fleet));

    assertThat(told).hasSize(12);
    assertThat(told)
        .extracting(apart -> Duration.between(apart.from(), apart.until()).toSeconds())
        .contains(11 * 60L, 30L)
        .doesNotContain(11L);
  }

  @Test
  void whatCrossedOnItsWayIsNotTold() {
    RehearsalFleet fleet = two();
    apart(fleet, Duration.ofMillis(300));

    assertThat(Episodes.telling(history(fleet))).isEmpty();
  }

  private static RehearsalFleet two() {
    return RehearsalFleet.founded(
        "Two",
        List.of(
            RehearsalMachine.named("Ana", MadeHistories.replica(1), 1),
            RehearsalMachine.named("Ben", MadeHistories.replica(2), 2)),
        Instant.parse("2026-03-02T09:00:00Z"),
        Edit.CreateFlag.bool("a"));
  }

  /// Both change something before they meet again, the second so long after the first.
  private static void apart(RehearsalFleet fleet, Duration between) {
    fleet.cut(1, 1);
    fleet.at(fleet.now().plusSeconds(60));
    describe(fleet, 0);
    fleet.at(fleet.now().plus(between));
    describe(fleet, 1);
    fleet.heal();
    fleet.at(fleet.now().plusSeconds(60));
    describe(fleet, 0);
  }

  private static void describe(RehearsalFleet fleet, int machine) {
    Value said = Value.of(fleet.now() + " " + machine);
    var edit = new Edit.SetField(EntityId.flag("a"), FieldNames.DESCRIPTION, said);
    assertThat(fleet.edit(machine, "", edit)).isEmpty();
  }

  private static CausalHistory history(RehearsalFleet fleet) {
    return CausalHistory.of(fleet.log().stream().map(Event::of).toList());
  }

  private static boolean isHeld(CausalHistory history, int one, int other) {
    int lane = Math.min(history.lane(one), history.lane(other));
    int second = Math.max(history.lane(one), history.lane(other));
    int mine = history.lane(one) == lane ? one : other;
    int theirs = mine == one ? other : one;
    return Silence.between(history, lane, second).stream()
        .anyMatch(silence ->
            history.onLane(lane)[silence.first()] <= mine
                && mine <= history.onLane(lane)[silence.last()]
                && history.onLane(second)[silence.otherFirst()] <= theirs
                && theirs <= history.onLane(second)[silence.otherLast()]);
  }

  private static List<Set<String>> names(CausalHistory history, Apart apart) {
    return apart.sides().stream()
        .map(side ->
            side.lanes().stream()
                .map(lane -> history.lanes().get(lane).machine())
                .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
        .toList();
  }
}
