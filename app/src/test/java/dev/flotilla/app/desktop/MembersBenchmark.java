package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Prints what it costs to import very many members of a tag set that a window shows meanwhile, and
/// to take that back.
///
/// Argument: the number of members (1000000).
public final class MembersBenchmark {
  private static final EntityId SET = EntityId.tagSet("machines");
  private static final long PATIENCE_MINUTES = 20;

  private final int members;
  private final FxClock clock = new FxClock();

  private MembersBenchmark(int members) {
    this.members = members;
  }

  /// Runs it.
  public static void main(String[] arguments) throws Exception {
    int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    new MembersBenchmark(members).measure(Files.createTempDirectory("flotilla-members"));
    System.exit(0);
  }

  private void measure(Path home) throws Exception {
    Platform.setImplicitExit(false);
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    started.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    NodeOptions options = NodeOptions.of(home).withDiscovery(DiscoveryMode.OFF).withNetwork(false);
    Node node = Node.open(options);
    Replica replica = node.createWorkspace("Checkout");
    expectDone(
        replica
            .submit(List.of(new Edit.CreateTagSet("machines", "")), "benchmark")
            .toCompletableFuture()
            .get(PATIENCE_MINUTES, TimeUnit.MINUTES));
    DesktopSettings.of(home).set("workspaces", replica.id().toString());
    Stage stage =
        clock.get(() -> {
          Stage made = new Stage();
          Desktop.open(node, made);
          made.show();
          return made;
        });
    WorkspaceWindow window =
        clock.get(() -> (WorkspaceWindow) stage.getScene().lookup("#workspace-window"));
    clock.run(window::showTagSets);
    System.out.println(
        "| what | seconds | longest task of the FX thread, ms | collecting, s | heap after a collection, MB |");
    System.out.println("|---|--:|--:|--:|--:|");
    List<List<Edit>> parts = parts(replica);
    row(
        "importing %,d members".formatted(members),
        () -> clock.get(() -> window.model().editInParts("import", parts)).end());
    row("taking that back", () -> undo(window));
    clock.run(stage::close);
    node.close();
  }

  private static void expectDone(EditOutcome outcome) {
    if (outcome instanceof EditOutcome.Refused(var refusal)) {
      throw new IllegalStateException(refusal.message());
    }
  }

  private List<List<Edit>> parts(Replica replica) {
    Batches batches = new Batches(replica.workspace());
    for (int member = 0; member < members; member++) {
      batches.add(
          List.of(new Edit.AddElement(SET, FieldNames.MEMBERS, "machine-%07d".formatted(member))));
    }
    return batches.all();
  }

  private CompletionStage<?> undo(WorkspaceWindow window) throws Exception {
    CompletableFuture<Boolean> undone = new CompletableFuture<>();
    clock.run(() -> {
      window.model().undo();
      window
          .model()
          .workspaceProperty()
          .subscribe(now -> {
            if (now.tagSet("machines").orElseThrow().members().isEmpty()) {
              undone.complete(true);
            }
          });
    });
    return undone;
  }

  private void row(String what, Callable<CompletionStage<?>> begin) throws Exception {
    System.gc();
    long collecting = collecting();
    long start = System.nanoTime();
    try (FxClock.Blocks blocks = clock.blocks()) {
      // Whoever waits for a future may run what others hung on it; those want the FX thread.
      CompletableFuture<Object> own = new CompletableFuture<>();
      begin.call().thenAccept(own::complete);
      Object end = own.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (end instanceof Optional<?> refusal && refusal.isPresent()) {
        throw new IllegalStateException(refusal.get().toString());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long collected = collecting() - collecting;
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.0f | %.1f | %.0f |%n",
          what,
          seconds,
          blocks.longestMillis(),
          collected / 1e3,
          (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
