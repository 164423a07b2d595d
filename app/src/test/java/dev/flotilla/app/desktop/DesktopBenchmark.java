package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/// Prints how quick the desktop is with many flags: a window on a home of its own, real but for the
/// screen, used by a program in place of a person.
///
/// Arguments: the number of flags (100000), and a folder where they are kept for the next run.
public final class DesktopBenchmark {
  private static final String FILLED = "filled";
  private static final int TAGS = 300;
  private static final long PATIENCE_SECONDS = 120;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 4;
  private static final int FRAMES = 300;
  private static final long PATIENCE_MINUTES = 5;

  /// What one notch of a mouse wheel scrolls in a frame, and one more row than a page has.
  private static final double NOTCH = 40;

  private static final double PAGE = 650;

  private static final double LINE_MILLIS = 50;
  private static final double FRAME_MILLIS = 16;

  private final int flags;
  private final FxClock clock = new FxClock();

  private DesktopBenchmark(int flags) {
    this.flags = flags;
  }

  /// Runs it.
  public static void main(String[] arguments) throws Exception {
    int flags = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    DesktopBenchmark benchmark = new DesktopBenchmark(flags);
    Path home =
        arguments.length > 1
            ? Path.of(arguments[1])
            : Files.createTempDirectory("flotilla-desktop");
    if (!Files.exists(home.resolve(FILLED))) {
      benchmark.fill(home);
      Files.createFile(home.resolve(FILLED));
    }
    System.gc();
    benchmark.measure(home);
    System.exit(0);
  }

  private static NodeOptions options(Path home) {
    return NodeOptions.of(home)
        .withDiscovery(DiscoveryMode.OFF)
        .withNetwork(false)
        .withDeviceName("Ana’s laptop");
  }

  private void fill(Path home) throws Exception {
    try (Node node = Node.open(options(home))) {
      Replica replica = node.createWorkspace("Checkout");
      submit(replica, List.of(new Edit.CreateEnvironment("development", 0)));
      submit(replica, TypicalTeam.frame());
      Batches batches = new Batches(replica.workspace());
      for (int at = 0; at < flags; at++) {
        batches.add(TypicalTeam.flag(at, TAGS));
      }
      for (List<Edit> batch : batches.all()) {
        submit(replica, batch);
      }
      DesktopSettings.of(home).set("workspaces", replica.id().toString());
    }
  }

  private static void submit(Replica replica, List<Edit> edits) throws Exception {
    EditOutcome outcome =
        replica
            .submit(edits, "benchmark")
            .toCompletableFuture()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (outcome instanceof EditOutcome.Refused(var refusal)) {
      throw new IllegalStateException(refusal.message());
    }
  }

  private void measure(Path home) throws Exception {
    Platform.setImplicitExit(false);
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    System.out.println("| what | median | p99 | worst | wanted |");
    System.out.println("|---|--:|--:|--:|--:|");
    long start = System.nanoTime();
    Node node = Node.open(options(home));
    Replica replica = node.replicas().iterator().next();
    one("reading the log and the state of " + flags + " flags", millisSince(start), 0);
    Stage stage = open(node);
    TableView<?> table = (TableView<?>) stage.getScene().lookup("#flag-table");
    one("memory in use after a collection, MB", heapMegabytes(), 0);
    one("resident memory of the process, MB", residentMegabytes("VmRSS:"), 0);
    scroll(stage, table, "scrolling by a notch of the wheel a frame", NOTCH);
    scroll(stage, table, "scrolling by a page a frame", PAGE);
    for (String query :
        List.of(
            "checkout",
            "tag:team-2",
            "env:production=on",
            "voucher tag:team-2 -owner:ana env:production=on",
            "changed:<7d",
            "stale")) {
      type(stage, query);
    }
    sort(stage, table);
    arrive(stage, replica);
    one("resident memory of the process, at most, MB", residentMegabytes("VmHWM:"), 0);
    clock.run(stage::close);
    node.close();
  }

  private Stage open(Node node) throws Exception {
    long start = System.nanoTime();
    try (FxClock.Blocks blocks = clock.blocks()) {
      Stage stage =
          clock.get(() -> {
            Stage made = new Stage();
            Desktop.open(node, made);
            made.show();
            return made;
          });
      awaitUsable(stage);
      one("opening the window until the rows can be used", millisSince(start), 0);
      one("the longest that nothing moved meanwhile", blocks.longestMillis(), LINE_MILLIS);
      return stage;
    }
  }

  /// Looks at each pulse.
  private void awaitUsable(Stage stage) throws Exception {
    CompletableFuture<Boolean> usable = new CompletableFuture<>();
    AnimationTimer watch =
        clock.get(() ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (isUsable(stage)) {
                  usable.complete(true);
                }
              }
            });
    clock.run(watch::start);
    usable.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    clock.run(watch::stop);
  }

  private boolean isUsable(Stage stage) {
    return stage.getScene().lookup("#flag-table") instanceof TableView<?> table
        && table.getItems().size() == flags
        && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() == 0;
  }

  private void scroll(Stage stage, TableView<?> table, String what, double pixels)
      throws Exception {
    VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
    clock.run(() -> flow.scrollTo(0));
    clock.frames(stage.getScene(), FRAMES, () -> flow.scrollPixels(pixels));
    FxClock.Frames frames = clock.frames(stage.getScene(), FRAMES, () -> flow.scrollPixels(pixels));
    row(what + ": work on the FX thread", frames.work(), FRAME_MILLIS);
    row(what + ": from frame to frame", frames.gaps(), 0);
  }

  private void type(Stage stage, String query) throws Exception {
    TextField field = (TextField) stage.getScene().lookup("#search");
    Timings keys = new Timings();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      clock.run(field::requestFocus);
      for (int at = 0; at < query.length(); at++) {
        String key = query.substring(at, at + 1);
        double millis = clock.timed(stage, () -> field.insertText(field.getLength(), key));
        if (round >= 0) {
          keys.add(millis);
        }
      }
      double cleared = clock.timed(stage, field::clear);
      if (round >= 0) {
        keys.add(cleared);
      }
    }
    row("a key in the search of `" + query + "`", keys, LINE_MILLIS);
  }

  private void sort(Stage stage, TableView<?> table) throws Exception {
    for (TableColumn<?, ?> column : List.copyOf(table.getColumns())) {
      if (column.isSortable()) {
        Timings sorts = new Timings();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
          TableColumn.SortType type =
              round % 2 == 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING;
          double millis = clock.timed(stage, () -> sortBy(table, column, type));
          if (round >= 0) {
            sorts.add(millis);
          }
        }
        row("sorting by column " + column.getId(), sorts, LINE_MILLIS);
      }
    }
    clock.run(() -> table.getSortOrder().clear());
  }

  @SuppressWarnings("unchecked")
  private static <R> void sortBy(
      TableView<R> table, TableColumn<?, ?> column, TableColumn.SortType type) {
    column.setSortType(type);
    table.getSortOrder().setAll(List.of((TableColumn<R, ?>) column));
  }

  /// An edit that the window did not ask for, while it shows everything and while it is searched.
  private void arrive(Stage stage, Replica replica) throws Exception {
    TextField field = (TextField) stage.getScene().lookup("#search");
    arrive(stage, replica, "an edit from elsewhere, until it is laid out");
    clock.run(() -> {
      field.setText("tag:team-2");
      field.positionCaret(field.getLength());
    });
    arrive(stage, replica, "the same while `tag:team-2` is searched");
  }

  private void arrive(Stage stage, Replica replica, String what) throws Exception {
    WorkspaceWindow window = (WorkspaceWindow) stage.getScene().lookup("#workspace-window");
    Timings all = new Timings();
    Timings blocked = new Timings();
    for (int round = -WARM_UP; round < 5 * ROUNDS; round++) {
      Edit edit =
          new Edit.SetField(
              EntityId.flag("cart.guest-checkout"),
              FieldNames.DESCRIPTION,
              Value.of("Round " + round),
              Optional.empty());
      CompletableFuture<Long> told = new CompletableFuture<>();
      CompletableFuture<Long> shown = new CompletableFuture<>();
      try (FxClock.Blocks blocks = clock.blocks();
          var _ = replica.onShown(_ -> told.complete(System.nanoTime()))) {
        Workspace before = clock.get(() -> window.model().workspace());
        clock.run(() ->
            clock.afterLayout(
                stage.getScene(),
                () -> !window.model().workspace().vector().equals(before.vector()),
                () -> shown.complete(System.nanoTime())));
        submit(replica, List.of(edit));
        long end = shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (round >= 0) {
          all.add((end - told.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) / 1e6);
          blocked.add(blocks.longestMillis());
        }
      }
    }
    row(what, all, 0);
    row(what + ": the FX thread was busy for", blocked, LINE_MILLIS);
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

  private static void one(String what, double number, double wanted) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | | | %s |%n",
        what,
        number,
        wanted == 0 ? "" : "< " + Math.round(wanted));
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double residentMegabytes(String line) throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(one -> one.startsWith(line))
        .mapToDouble(one -> Double.parseDouble(one.replaceAll("[^0-9]", "")) * 1024 / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }
}
