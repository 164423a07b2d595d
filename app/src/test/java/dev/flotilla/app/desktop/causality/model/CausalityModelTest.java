package dev.flotilla.app.desktop.causality.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausalityModelTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private final SketchWorkspace sketch = new SketchWorkspace("Harbour");
  private final Deque<Runnable> later = new ArrayDeque<>();

  @Test
  void whatIsLoadedIsTheLog() {
    edits(20);

    CausalityModel model = model(10_000);

    assertThat(refs(model.historyProperty().get())).containsExactlyInAnyOrderElementsOf(log());
    assertThat(model.moreProperty().get()).isFalse();
    assertThat(model.headline(model.historyProperty().get().event(0))).isNotEmpty();
  }

  @Test
  void whatArrivesIsThereHoweverOldItsClockIs() {
    Workspace old = sketch.workspace();
    edits(60);
    CausalityModel model = model(50);

    sketch
        .ago(Duration.ofDays(40))
        .editFrom(old, SketchWorkspace.BEN, Edit.CreateFlag.bool("late"));
    sketch
        .ago(Duration.ofDays(39))
        .editFrom(old, SketchWorkspace.CHEN, Edit.CreateFlag.bool("later"));

    assertThat(refs(model.historyProperty().get()))
        .contains(newest(SketchWorkspace.BEN), newest(SketchWorkspace.CHEN))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatArrivesWhileTheLogIsReadIsReadNext() {
    edits(20);
    CausalityModel model = held(10_000);

    edits(3);
    work();

    assertThat(model.loadingProperty().get()).isFalse();
    assertThat(refs(model.historyProperty().get())).containsExactlyInAnyOrderElementsOf(log());
  }

  @Test
  void moreThanIsReadAtOnceBeginsAnewWithoutAGap() {
    edits(30);
    CausalityModel model = held(50);
    work();

    edits(200);
    work();

    CausalHistory history = model.historyProperty().get();
    assertThat(history.size()).isEqualTo(50);
    assertThat(refs(history)).contains(log().getFirst());
    assertThat(model.moreProperty().get()).isTrue();
    numbersHaveNoGap(history);
  }

  @Test
  void olderChangesAreLoadedOnRequestUntilThereAreNone() {
    edits(120);
    CausalityModel model = model(50);

    assertThat(model.historyProperty().get().size()).isEqualTo(50);
    model.older();
    assertThat(model.historyProperty().get().size()).isEqualTo(100);
    numbersHaveNoGap(model.historyProperty().get());
    while (model.moreProperty().get()) {
      model.older();
    }

    assertThat(refs(model.historyProperty().get())).containsExactlyInAnyOrderElementsOf(log());
  }

  @Test
  void aWantedChangeIsLoadedHoweverOldItIs() {
    edits(300);
    CausalityModel model = model(50);
    ChangeRef first = log().getLast();

    model.show(first);

    assertThat(model.selectedProperty().get()).isEqualTo(first);
    assertThat(model.find(first)).isPresent();
    assertThat(model.problemProperty().get()).isEmpty();
    numbersHaveNoGap(model.historyProperty().get());
  }

  @Test
  void aChangeThatIsNotInTheLogIsSaidToBeMissing() {
    edits(20);
    CausalityModel model = model(10);

    model.show(new ChangeRef(SketchWorkspace.BEN, 999));

    assertThat(model.problemProperty().get()).isEqualTo("That change is not in this history.");
    assertThat(model.wantedProperty().get()).isNull();
    edits(1);
    assertThat(refs(model.historyProperty().get())).contains(log().getFirst());
  }

  @Test
  void whileThePastIsShownTheDiagramStandsStill() {
    edits(5);
    WorkspaceModel workspace = new WorkspaceModel(sketch, new UiBridge(Runnable::run), TEXTS);
    CausalityModel model = new CausalityModel(workspace, TEXTS, 100);
    LogEntry past = sketch.history().page(LogQuery.newest(3)).entries().getLast();

    workspace.timeTravel().go(past);
    edits(2);
    int during = model.historyProperty().get().size();
    workspace.timeTravel().leave();

    assertThat(model.historyProperty().get().size()).isEqualTo(during + 2);
  }

  /// A message with several lines was drawn over the marks below it.
  @Test
  void whatAChangeIsCalledIsOneLine() {
    sketch.because(" Two\n\tlines\u0007 ", SketchWorkspace.ANA, Edit.CreateFlag.bool("lines"));
    CausalityModel model = model(10);

    CausalHistory history = model.historyProperty().get();
    assertThat(model.headline(history.event(history.size() - 1))).isEqualTo("Two lines");
  }

  @Test
  void aClosedModelTakesNothingMore() {
    edits(5);
    CausalityModel model = held(100);

    model.close();
    work();

    assertThat(model.historyProperty().get().size()).isZero();
  }

  private static void numbersHaveNoGap(CausalHistory history) {
    for (int lane = 0; lane < history.lanes().size(); lane++) {
      long before = -1;
      for (int index : history.onLane(lane)) {
        long number = history.event(index).number();
        assertThat(before < 0 || number == before + 1).isTrue();
        before = number;
      }
    }
  }

  private void edits(int count) {
    sketch.ago(Duration.ZERO);
    for (int i = 0; i < count; i++) {
      String key = "flag-" + i % 7;
      Edit edit =
          sketch.workspace().flag(key).isEmpty()
              ? Edit.CreateFlag.bool(key)
              : new Edit.SetField(
                  EntityId.flag(key),
                  FieldNames.OWNER,
                  Value.of("owner " + sketch.workspace().vector().get(SketchWorkspace.ANA)),
                  Optional.empty());
      sketch.edit(i % 3 == 0 ? SketchWorkspace.BEN : SketchWorkspace.ANA, edit);
    }
  }

  private List<ChangeRef> log() {
    return sketch.history().page(LogQuery.newest(100_000)).entries().stream()
        .map(LogEntry::ref)
        .toList();
  }

  private ChangeRef newest(dev.flotilla.crdt.ReplicaId author) {
    return sketch.history().page(LogQuery.newest(1).by(author)).entries().getFirst().ref();
  }

  private static List<ChangeRef> refs(CausalHistory history) {
    return history.events().stream().map(Event::ref).toList();
  }

  private CausalityModel model(int most) {
    return new CausalityModel(
        new WorkspaceModel(sketch, new UiBridge(Runnable::run), TEXTS), TEXTS, most);
  }

  private CausalityModel held(int most) {
    return new CausalityModel(
        new WorkspaceModel(sketch, new UiBridge(later::add), TEXTS), TEXTS, most);
  }

  private void work() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }
}
