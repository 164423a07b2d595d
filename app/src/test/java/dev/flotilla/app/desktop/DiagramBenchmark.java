package dev.flotilla.app.desktop;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// Prints how quick the diagram is: the pure layout, and frames in a window while a person scrolls,
/// zooms and points.
///
/// Argument: the number of changes (10000).
public final class DiagramBenchmark {
  private static final long PATIENCE_SECONDS = 120;
  private static final long SEED = 41;
  private static final double SYNCS = 0.3;
  private static final int ROUNDS = 20;
  private static final int WARM_UP = 10;
  private static final int FRAMES = 300;
  private static final double NOTCH = 40;
  private static final double PAGE = 650;
  private static final double LAYOUT_MILLIS = 100;
  private static final double FRAME_MILLIS = 16;

  private final int changes;
  private final FxClock clock = new FxClock();

  private DiagramBenchmark(int changes) {
    this.changes = changes;
  }

  /// Runs it.
  public static void main(String[] arguments) throws Exception {
    int changes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    DiagramBenchmark benchmark = new DiagramBenchmark(changes);
    System.out.println("| what | median | p99 | worst | wanted |");
    System.out.println("|---|--:|--:|--:|--:|");
    benchmark.layOut(5, Wanted.ALL, "in runs");
    benchmark.layOut(5, Wanted.ALL.open(true), "each change alone");
    benchmark.layOut(20, Wanted.ALL, "in runs");
    benchmark.layOut(100, Wanted.ALL, "in runs");
    benchmark.draw();
    System.exit(0);
  }

  private void layOut(int machines, Wanted wanted, String how) {
    List<Event> events = MadeHistories.of(SEED, machines, changes, SYNCS);
    String what = changes + " changes of " + machines + " machines";
    CausalHistory history = time("the causal order of " + what, 0, () -> CausalHistory.of(events));
    time(
        "the layout of " + what + ", " + how,
        LAYOUT_MILLIS,
        () -> SpaceTimeLayout.of(history, wanted));
  }

  private static <T> T time(String what, double wanted, Supplier<T> work) {
    Timings timings = new Timings();
    T result = work.get();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      result = work.get();
      if (round >= 0) {
        timings.add((System.nanoTime() - start) / 1e6);
      }
    }
    row(what, timings, wanted);
    return result;
  }

  private void draw() throws Exception {
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    CausalHistory history = CausalHistory.of(MadeHistories.of(SEED, 5, changes, SYNCS));
    SpaceTime diagram = SpaceTimeLayout.of(history, Wanted.ALL.open(true));
    SpaceTimeView view = clock.get(() -> new SpaceTimeView(Sketches.TEXTS, new Words()));
    Stage stage =
        clock.get(() -> {
          Stage made = new Stage();
          Scene scene = new Scene(view, 980, 800);
          new Theme(ThemeChoice.LIGHT).dress(scene);
          made.setScene(scene);
          made.show();
          return made;
        });
    Timings shown = new Timings();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      clock.run(
          () -> view.diagramProperty().set(SpaceTimeLayout.of(CausalHistory.EMPTY, Wanted.ALL)));
      double millis = clock.timed(stage, () -> view.diagramProperty().set(diagram));
      if (round >= 0) {
        shown.add(millis);
      }
    }
    row("taking a diagram that was laid out, until it is drawn", shown, LAYOUT_MILLIS);
    look(view, diagram, "in the usual size");
    clock.run(() -> view.zoom(0.4));
    look(view, diagram, "without words");
    clock.run(() -> view.zoom(0.3));
    look(view, diagram, "from far");
    clock.run(view::showAll);
    look(view, diagram, "all at once");
  }

  private void look(SpaceTimeView view, SpaceTime diagram, String size) throws Exception {
    Node canvas = view.lookup("#space-time-canvas");
    frames(view, "scrolling by a notch a frame, " + size, at -> scroll(canvas, at, NOTCH, false));
    frames(view, "scrolling by a page a frame, " + size, at -> scroll(canvas, at, PAGE, false));
    frames(view, "zooming, " + size, at -> scroll(canvas, at % 2, 20, true));
    List<Event> events = diagram.history().events();
    frames(
        view,
        "another change is looked at, " + size,
        at -> view.selectedProperty().set(events.get(events.size() - 1 - at).ref()));
    clock.run(() -> view.selectedProperty().set(null));
  }

  private static void scroll(Node canvas, int at, double pixels, boolean zooms) {
    double delta = (zooms ? at : at / (FRAMES / 2)) == 0 ? pixels : -pixels;
    canvas.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            300,
            300,
            300,
            300,
            false,
            zooms,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private void frames(SpaceTimeView view, String what, IntConsumer step) throws Exception {
    for (boolean measured : new boolean[] {false, true}) {
      int[] at = {0};
      FxClock.Frames frames = clock.frames(view.getScene(), FRAMES, () -> step.accept(at[0]++));
      if (measured) {
        row(what + ": work on the FX thread", frames.work(), FRAME_MILLIS);
        row(what + ": from frame to frame", frames.gaps(), 0);
      }
    }
  }

  private static final class Words implements MarkWords {
    @Override
    public String headline(Event event) {
      return "flag-" + event.number() % 60 + " changed";
    }

    @Override
    public String time(Event event) {
      return Sketches.moments().timeOfDay(event.time());
    }
  }

  private static void row(String what, Timings times, double wanted) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f ms | %.1f ms | %.1f ms | %s |%n",
        what,
        times.median(),
        times.quantile(0.99),
        times.worst(),
        wanted == 0 ? "" : "< " + Math.round(wanted) + " ms");
  }
}
