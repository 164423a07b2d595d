package dev.flotilla.benchmarks.store;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.SetField;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// Makes a home with many flags, or lengthens its log, or opens it and prints what that and the
/// usual questions cost. One step a process, so that each starts cold:
///
/// `flags DIR COUNT`, `changes DIR COUNT`, `open DIR`.
public final class LargeHome {
  private static final int FLAGS_PER_CHANGE = 100;
  private static final int IN_FLIGHT = 900;
  private static final int TAGS = 200;
  private static final int DESCRIPTION_LENGTH = 40;
  private static final int FRAME_BYTES = 1 << 20;

  private static final Random RANDOM = new Random(1);

  private LargeHome() {}

  /// Runs one step.
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "flags" -> makeFlags(home, Integer.parseInt(arguments[2]));
      case "changes" -> lengthen(home, Integer.parseInt(arguments[2]));
      default -> open(home);
    }
  }

  private static Node node(Path home) throws Exception {
    return Node.open(NodeOptions.of(home).withNetwork(false).withDeviceName("ann"));
  }

  private static void makeFlags(Path home, int count) throws Exception {
    try (var node = node(home)) {
      var pipe = new Pipe(node.createWorkspace("Scale"));
      for (var i = 0; i < count; i += FLAGS_PER_CHANGE) {
        var edits = new ArrayList<Edit>();
        for (var j = i; j < Math.min(count, i + FLAGS_PER_CHANGE); j++) {
          var key = key(j);
          edits.add(CreateFlag.bool(key).withDescription(text(DESCRIPTION_LENGTH)));
          RANDOM
              .ints(0, TAGS)
              .distinct()
              .limit(3)
              .forEach(tag -> edits.add(Edit.tag(key, "tag-" + tag)));
        }
        pipe.submit(edits);
      }
      pipe.drain(count + " flags made");
    }
  }

  private static void lengthen(Path home, int count) throws Exception {
    try (var node = node(home)) {
      var replica = node.replicas().getFirst();
      var flags = replica.workspace().entities(EntityId.FLAG);
      var pipe = new Pipe(replica);
      for (var i = 0; i < count; i++) {
        var flag = flags.get(RANDOM.nextInt(flags.size()));
        pipe.submit(
            List.of(
                new SetField(flag, FieldNames.DESCRIPTION, Value.of(text(12)), Optional.empty())));
      }
      pipe.drain(count + " changes made");
    }
  }

  private static void open(Path home) throws Exception {
    var start = System.nanoTime();
    try (var node = node(home)) {
      report("opened; CPU of the thread that did " + cpuSeconds() + " s", start);
      var replica = node.replicas().getFirst();
      var flag = replica.workspace().entities(EntityId.FLAG).getFirst();
      System.out.println(replica.changes() + " changes, " + memory());
      time("newest 50 changes", () -> replica.log(LogQuery.newest(50)));
      time(
          "50 changes, half a million back", () -> replica.log(LogQuery.newest(50).after(500_000)));
      time("newest 50 changes of one flag", () -> replica.log(LogQuery.newest(50).about(flag)));
      time(
          "one edit",
          () ->
              new Pipe(replica)
                  .submit(
                      List.of(
                          new SetField(
                              flag, FieldNames.DESCRIPTION, Value.of("x"), Optional.empty())))
                  .drain(""));
      time("all flags read", () -> replica.workspace().flags());
      System.out.println(memory());
    }
    sendAll(home);
  }

  /// What a peer that has nothing is sent, as fast as it can be read and compared with its hashes.
  private static void sendAll(Path home) throws IOException, StoreException {
    try (var files = Files.list(home.resolve("workspaces"))) {
      var file = files.filter(f -> f.toString().endsWith(".db")).findFirst().orElseThrow();
      try (var store = new StoreFiles(InstantSource.system(), RANDOM).open(file)) {
        var start = System.nanoTime();
        var bytes = 0L;
        var slice = store.history().after(Heads.EMPTY, FRAME_BYTES);
        while (!slice.raw().isEmpty()) {
          bytes += slice.raw().stream().mapToLong(raw -> raw.length).sum();
          slice = store.history().after(slice.after(), FRAME_BYTES);
        }
        report((bytes >> 20) + " MiB read for a peer", start);
      }
    }
  }

  private static String key(int n) {
    return "feature.%06d".formatted(n);
  }

  private static String text(int length) {
    var text = new StringBuilder();
    RANDOM.ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static void time(String what, Runnable step) {
    var start = System.nanoTime();
    step.run();
    report(what, start);
  }

  private static void report(String what, long start) {
    System.out.printf("%s: %.3f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /// Of the whole process, as Linux counts it.
  private static String memory() throws IOException {
    System.gc();
    var runtime = Runtime.getRuntime();
    var used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    var status = Path.of("/proc/self/status");
    var resident =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
            : List.of();
    return "heap " + used + " MiB, " + resident;
  }

  /// Submits edits without waiting for each, and fails if one is refused.
  private static final class Pipe {
    private final Replica replica;
    private final ArrayDeque<CompletableFuture<EditOutcome>> inFlight = new ArrayDeque<>();
    private final long start = System.nanoTime();

    Pipe(Replica replica) {
      this.replica = replica;
    }

    Pipe submit(List<Edit> edits) {
      inFlight.add(replica.submit(edits, ""));
      if (inFlight.size() > IN_FLIGHT) {
        take();
      }
      return this;
    }

    void drain(String what) {
      while (!inFlight.isEmpty()) {
        take();
      }
      if (!what.isEmpty()) {
        report(what, start);
      }
    }

    private void take() {
      if (inFlight.remove().join() instanceof EditOutcome.Refused(var refusal)) {
        throw new IllegalStateException(refusal.toString());
      }
    }
  }
}
