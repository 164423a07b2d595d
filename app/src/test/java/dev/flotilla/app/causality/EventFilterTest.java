package dev.flotilla.app.causality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.node.LogEntry;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventFilterTest {
  private static final EntityId LIMIT = EntityId.flag("payment.retry-limit");

  private final CausalHistory history =
      CausalHistory.of(ApartTeam.morning().log().stream().map(Event::of).toList());

  private final BitSet disputed = Disputes.of(history, open());

  @Test
  void withoutAWishEverythingIsShown() {
    assertThat(shown(EventFilter.ALL)).hasSize(history.size());
    assertThat(EventFilter.ALL.text("  ").isAll()).isTrue();
  }

  @Test
  void aFlagAndAFieldLeaveWhatWroteThere() {
    assertThat(shown(EventFilter.ALL.about(LIMIT))).hasSize(9);
    assertThat(shown(EventFilter.ALL.about(LIMIT).place("description")))
        .extracting(Event::machine)
        .containsExactly("Ben’s desktop", "Ana’s laptop", "Packing line 2");
    assertThat(shown(EventFilter.ALL.place("tags"))).hasSize(4);
  }

  @Test
  void authorsTimesAndWordsLeaveWhatIsTheirs() {
    EventFilter line = EventFilter.ALL.authors(Set.of("Packing line 2"));
    List<Event> all = shown(line);

    assertThat(all).hasSize(5);
    assertThat(shown(line.from(all.get(1).time()).until(all.get(3).time())))
        .containsExactly(all.get(1), all.get(2));
    assertThat(shown(EventFilter.ALL.text("NIGHTLY"))).hasSize(2);
    assertThat(shown(EventFilter.ALL.text("biometric"))).hasSize(2);
    assertThat(shown(EventFilter.ALL.text("packing"))).containsAll(all);
    assertThat(shown(EventFilter.ALL.text("words of #2"))).hasSize(5);
  }

  @Test
  void onlyConflictsLeavesWhatMetAndWhatSettledIt() {
    List<Event> found = shown(EventFilter.ALL.onlyConflicts(true));

    assertThat(found)
        .extracting(Event::message)
        .contains("Ticket CHK-1182", "The line was stopped")
        .doesNotContain("Both were right");
  }

  @Test
  void whatWasSettledStaysAConflictThatWas() {
    CausalHistory settled = CausalHistory.of(Settled.team().log().stream().map(Event::of).toList());

    BitSet found = Disputes.of(settled, Set.of());

    assertThat(found.stream().mapToObj(index -> settled.event(index).message()))
        .containsExactly("One", "Another", "Neither");
  }

  /// Only fields were looked at: whether a flag is there at all was never a conflict that was.
  @Test
  void aDeletionThatMetAnEditStaysAConflictOnceItIsDecided() {
    RehearsalFleet fleet = Settled.founded();
    fleet.edit(0, "Both go on", Edit.CreateFlag.bool("calm"));
    fleet.cut(1, 1);
    fleet.edit(0, "A tag", Edit.tag("calm", "day"));
    fleet.edit(1, "Another tag", Edit.tag("calm", "night"));
    fleet.edit(0, "Gone", new Edit.DeleteEntity(EntityId.flag("dark")));
    fleet.edit(1, "Still of use", Edit.tag("dark", "night"));
    fleet.heal();
    fleet.edit(1, "More tags", Edit.tag("calm", "dusk"));
    Conflict conflict = fleet.machines().getFirst().workspace().conflicts().getFirst();
    fleet.edit(0, "Kept", new Edit.Resolve(conflict.id(), new Choice.Pick(0)));
    CausalHistory history = CausalHistory.of(fleet.log().stream().map(Event::of).toList());

    BitSet found = Disputes.of(history, Set.of());

    assertThat(fleet.machines().getFirst().workspace().conflicts()).isEmpty();
    assertThat(found.stream().mapToObj(index -> history.event(index).message()))
        .containsExactlyInAnyOrder("Gone", "Still of use", "Kept");
  }

  private List<Event> shown(EventFilter filter) {
    return history.events().stream().filter(filter.in(new Plain())).toList();
  }

  private final class Plain implements EventFilter.Sight {
    @Override
    public boolean isDisputed(Event event) {
      return disputed.get(history.find(event.ref()).getAsInt());
    }

    @Override
    public boolean isAbout(Event event) {
      return false;
    }

    @Override
    public String words(Event event) {
      return "Words of #" + event.number();
    }
  }

  private static Set<Dot> open() {
    var fleet = ApartTeam.morning();
    Set<Dot> dots = new HashSet<>();
    for (Conflict conflict : fleet.machines().getFirst().workspace().conflicts()) {
      dots.addAll(conflict.dots());
    }
    List<LogEntry> log = fleet.log();
    assertThat(log).isNotEmpty();
    return dots;
  }
}
