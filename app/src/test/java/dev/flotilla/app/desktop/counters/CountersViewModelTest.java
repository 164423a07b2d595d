package dev.flotilla.app.desktop.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CountersViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final WorkspaceModel workspace = Sketches.model(sketch);
  private final CountersViewModel counters = new CountersViewModel(workspace, Sketches.TEXTS);

  @Test
  void aNewCounterOpensAtZero() {
    counters.create("  deploys ");

    assertThat(open().key()).isEqualTo("deploys");
    assertThat(open().valueProperty().get()).isZero();
    assertThat(open().contributions()).isEmpty();
    counters.create("deploys");
    assertThat(counters.problemProperty().get()).contains("already");
  }

  @Test
  void everybodyCountsAndTheMostComesFirst() {
    counters.create("deploys");
    open().add(3);
    sketch.edit(SketchWorkspace.BEN, new Edit.AddToCounter("deploys", -12));

    assertThat(open().valueProperty().get()).isEqualTo(-9);
    assertThat(open().contributions())
        .containsExactly(
            new Contribution("Ben’s desktop", "Ben’s desktop", -12, 1),
            new Contribution("You", "Ana’s laptop", 3, 0.25));
    assertThat(open().lastAuthor()).isEqualTo("Ben’s desktop");
  }

  @Test
  void anAmountIsTypedAsAWholeNumber() {
    counters.create("deploys");

    assertThat(open().add(" 25 ")).isTrue();
    assertThat(open().add("−5")).isTrue();
    assertThat(open().add("1.5")).isFalse();

    assertThat(open().valueProperty().get()).isEqualTo(20);
    assertThat(open().problemProperty().get()).isEqualTo("Type a whole number, such as 25 or -3.");
    open().add(1);
    assertThat(open().problemProperty().get()).isEmpty();
  }

  @Test
  void whatIsBeyondTheEndIsSaidAndTheNumberStays() {
    counters.create("deploys");
    open().add(Counter.MAX);

    open().add(1);

    assertThat(open().valueProperty().get()).isEqualTo(Counter.MAX);
    assertThat(open().problemProperty().get()).contains("is beyond what a counter");
  }

  @Test
  void quickStepsShowAtOnceAndWaitForOneChange() {
    Queue<Runnable> later = new ArrayDeque<>();
    var slow = new WorkspaceModel(sketch, new UiBridge(later::add), Sketches.TEXTS);
    sketch.edit(SketchWorkspace.ANA, new Edit.CreateCounter("deploys", ""));
    drain(later);
    var form = new CounterForm(slow, counter(), Sketches.TEXTS);
    long before = sketch.workspace().vector().get(SketchWorkspace.ANA);

    form.add(1);
    form.add(1);
    form.add(1);

    assertThat(form.valueProperty().get()).isEqualTo(3);
    assertThat(counter().value()).isEqualTo(1);
    drain(later);
    form.show(counter());
    drain(later);
    assertThat(counter().value()).isEqualTo(3);
    // Two changes of two operations each: that the counter is alive, and the total.
    assertThat(sketch.workspace().vector().get(SketchWorkspace.ANA) - before).isEqualTo(4);
  }

  @Test
  void aDeletedCounterGivesWayToItsNeighbourAndComesBackByUndo() {
    counters.create("a");
    counters.create("b");
    open().add(7);

    counters.delete(open());

    assertThat(open().key()).isEqualTo("a");
    workspace.undo();
    assertThat(sketch.workspace().counter("b").orElseThrow().value()).isEqualTo(7);
  }

  @Test
  void anAdditionIsTakenBackWhileOthersCountOn() {
    counters.create("deploys");
    open().add(5);
    sketch.edit(SketchWorkspace.BEN, new Edit.AddToCounter("deploys", 2));

    workspace.undo();

    assertThat(open().valueProperty().get()).isEqualTo(2);
  }

  private static void drain(Queue<Runnable> later) {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  private CounterForm open() {
    return Objects.requireNonNull(counters.openProperty().get());
  }

  private Counter counter() {
    return sketch.workspace().counter("deploys").orElseThrow();
  }
}
