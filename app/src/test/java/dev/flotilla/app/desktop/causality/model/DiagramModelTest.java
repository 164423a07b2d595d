package dev.flotilla.app.desktop.causality.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.Wanted.Spacing;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagramModelTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final EntityId LIMIT = EntityId.flag("payment.retry-limit");

  private final SketchWorkspace sketch = ApartTeam.typical();
  private final CausalityModel source =
      new CausalityModel(
          new WorkspaceModel(sketch, new UiBridge(Runnable::run), TEXTS), TEXTS, 10_000);
  private final DiagramModel model = new DiagramModel(source);
  private final FilterWords words =
      new FilterWords(
          model,
          source,
          TEXTS,
          new Moments(TEXTS, InstantSource.fixed(SketchWorkspace.NOW), ZoneOffset.UTC));

  @Test
  void showsEverythingAtFirst() {
    assertThat(shown()).hasSize(source.historyProperty().get().size());
    assertThat(model.isNarrowed()).isFalse();
    assertThat(words.chips()).isEmpty();
  }

  @Test
  void eachChipSaysWhatNarrowsAndTakesItOff() {
    model
        .filterProperty()
        .set(
            EventFilter.ALL
                .about(LIMIT)
                .place("tags")
                .authors(Set.of("Ana’s laptop", "Packing line 2", "Build server"))
                .onlyConflicts(true)
                .text("line"));
    model.toggle(replica("Studio Mac"));

    assertThat(words.chips())
        .extracting(Chip::text)
        .containsExactly(
            "payment.retry-limit",
            "Tag",
            "By Ana’s laptop, Build server and 1 more",
            "Only conflicts",
            "“line”",
            "Without Studio Mac");
    while (!words.chips().isEmpty()) {
      words.chips().getFirst().remove().run();
    }
    assertThat(model.isNarrowed()).isFalse();
    assertThat(shown()).hasSize(source.historyProperty().get().size());
  }

  /// A window remembers what it left out; the chip had no name then.
  @Test
  void aLaneThatIsLeftOutAndHasNoChangeHereIsNotTold() {
    model.hiddenProperty().set(Set.of(new ReplicaId(77, 77)));
    assertThat(words.chips()).isEmpty();

    model.hiddenProperty().set(Set.of(new ReplicaId(77, 77), replica("Studio Mac")));
    assertThat(words.chips()).extracting(Chip::text).containsExactly("Without Studio Mac");
  }

  @Test
  void theLastLaneCannotBeHidden() {
    source.historyProperty().get().lanes().forEach(lane -> model.toggle(lane.replica()));

    assertThat(diagram().lanes()).extracting(Lane::machine).containsExactly("Studio Mac");
    model.showOnly(Set.of(replica("Packing line 2")));
    assertThat(diagram().lanes()).extracting(Lane::machine).containsExactly("Packing line 2");
    model.clear();
    assertThat(diagram().lanes()).hasSize(5);
  }

  @Test
  void aRunOpensAndCloses() {
    Mark run = diagram().marks().stream().filter(Mark::isRun).findFirst().orElseThrow();
    int marks = diagram().marks().size();
    ChangeRef first = source.historyProperty().get().event(run.first()).ref();

    model.open(run);

    assertThat(diagram().marks()).hasSize(marks + run.count() - 1);
    assertThat(model.isOpened(first)).isTrue();
    model.close(first);
    assertThat(diagram().marks()).hasSize(marks);
    model.openProperty().set(true);
    assertThat(diagram().marks()).hasSize(source.historyProperty().get().size());
  }

  @Test
  void whatIsAskedForIsShownWhateverHidesIt() {
    Event wanted =
        source.historyProperty().get().events().stream()
            .filter(event -> event.message().equals("The line was stopped"))
            .findFirst()
            .orElseThrow();
    model.toggle(wanted.author());
    model.filterProperty().set(EventFilter.ALL.about(EntityId.flag("search.ranking")));

    source.show(wanted.ref());

    int index = source.find(wanted.ref()).getAsInt();
    assertThat(diagram().mark(index)).isNotNegative();
    assertThat(diagram().marks().get(diagram().mark(index)).isRun()).isFalse();
    assertThat(source.wantedProperty().get()).isNull();
    assertThat(source.selectedProperty().get()).isEqualTo(wanted.ref());
  }

  @Test
  void aFlagThatIsAskedForElsewhereIsWhatTheDiagramIsAbout() {
    model.toggle(replica("Studio Mac"));
    model.filterProperty().set(EventFilter.ALL.text("nothing has this"));

    source.aboutProperty().set(LIMIT);

    assertThat(shown()).isNotEmpty().allMatch(event -> event.isAbout(LIMIT));
    assertThat(model.hiddenProperty().get()).isEmpty();
    model.clear();
    assertThat(source.aboutProperty().get()).isNull();
    source.aboutProperty().set(LIMIT);
    assertThat(shown()).allMatch(event -> event.isAbout(LIMIT));
  }

  @Test
  void whatWasSavedDoesNotHideWhatTheDiagramIsOpenedFor() {
    DiagramMemory memory = new DiagramMemory(DesktopSettings.forgetful(), "w");
    model.filterProperty().set(EventFilter.ALL.text("nothing has this"));
    model.toggle(replica("Studio Mac"));
    memory.save(model);
    model.close();
    Event wanted = source.historyProperty().get().event(5);

    source.show(wanted.ref());
    DiagramModel opened = new DiagramModel(source);
    memory.restore(opened);

    assertThat(opened.spaceTimeProperty().get().mark(5)).isNotNegative();
    assertThat(opened.isNarrowed()).isFalse();
  }

  @Test
  void offersWhatCanBeChosen() {
    assertThat(words.machines())
        .extracting(FilterWords.Choice::text)
        .containsExactly(
            "Ana’s laptop", "Ben’s desktop", "Build server", "Packing line 2", "Studio Mac");
    assertThat(words.entities().getFirst().text()).isEqualTo("payment.retry-limit");
    model.filterProperty().set(EventFilter.ALL.about(LIMIT));
    assertThat(words.places())
        .extracting(FilterWords.Choice::text)
        .contains("Created or deleted", "Tag", "Owner");
  }

  @Test
  void aWindowShowsTheSameWhenItIsOpenedAgain() {
    DiagramMemory memory = new DiagramMemory(DesktopSettings.forgetful(), "w");
    EventFilter filter =
        EventFilter.ALL.about(LIMIT).authors(Set.of("Ana’s laptop")).onlyConflicts(true).text("x");
    model.filterProperty().set(filter.from(SketchWorkspace.NOW));
    model.toggle(replica("Studio Mac"));
    model.spacingProperty().set(Spacing.CLOCK);
    model.openProperty().set(true);

    memory.save(model);
    source.aboutProperty().set(null);
    DiagramModel again = new DiagramModel(source);
    again.clear();
    memory.restore(again);

    assertThat(again.filterProperty().get()).isEqualTo(filter);
    assertThat(again.hiddenProperty().get()).containsExactly(replica("Studio Mac"));
    assertThat(again.spacingProperty().get()).isEqualTo(Spacing.CLOCK);
    assertThat(again.openProperty().get()).isTrue();
  }

  private SpaceTime diagram() {
    return model.spaceTimeProperty().get();
  }

  private List<Event> shown() {
    SpaceTime now = diagram();
    return now.history().events().stream()
        .filter(event -> now.mark(now.history().find(event.ref()).getAsInt()) >= 0)
        .toList();
  }

  private dev.flotilla.crdt.ReplicaId replica(String machine) {
    return source.historyProperty().get().lanes().stream()
        .filter(lane -> lane.machine().equals(machine))
        .findFirst()
        .orElseThrow()
        .replica();
  }
}
