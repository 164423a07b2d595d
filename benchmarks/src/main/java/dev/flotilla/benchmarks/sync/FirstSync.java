package dev.flotilla.benchmarks.sync;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.testkit.workspace.ManyFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Prints how long a joining node takes until it has, and until it can show, many flags or a tag
/// set of many members, beside what the same bytes take through TLS alone and the same rows into
/// SQLite alone. Two whole nodes in one process: TLS on the loopback interface, signatures, disks.
///
/// Arguments: number of flags, number of members; without any 100 000 and 1 000 000.
public final class FirstSync {
  private static final int FLAGS_A_CHANGE = 100;
  private static final int MEMBERS_A_CHANGE = 4_000;
  private static final int READ_BYTES = 1 << 20;
  private static final long PATIENCE_MINUTES = 10;

  private FirstSync() {}

  /// Runs both.
  public static void main(String[] arguments) throws Exception {
    var flags = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    var members = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    System.out.println(
        "| first sync of | changes | MB | shown after s | there after s | MB/s | operations/s | TLS alone MB/s | SQLite alone MB/s |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    measure(flags + " flags", flagChanges(flags), w -> w.flags().size() == flags);
    measure(
        "a tag set of " + members,
        memberChanges(members),
        w -> w.tagSet("all").filter(set -> set.members().size() == members).isPresent());
  }

  private static List<List<Edit>> flagChanges(int count) {
    var changes = new ArrayList<List<Edit>>();
    var flags = new ManyFlags(4);
    for (var n = 0; n < count; n += FLAGS_A_CHANGE) {
      var edits = new ArrayList<Edit>();
      flags
          .make(n, Math.min(FLAGS_A_CHANGE, count - n))
          .forEach(made -> edits.addAll(ManyFlags.edits(made)));
      changes.add(edits);
    }
    return changes;
  }

  private static List<List<Edit>> memberChanges(int count) {
    var changes = new ArrayList<List<Edit>>();
    changes.add(List.of(new Edit.CreateTagSet("all", "")));
    for (var n = 0; n < count; n += MEMBERS_A_CHANGE) {
      var edits = new ArrayList<Edit>();
      for (var i = n; i < Math.min(count, n + MEMBERS_A_CHANGE); i++) {
        edits.add(
            new Edit.AddElement(
                EntityId.tagSet("all"), FieldNames.MEMBERS, "member-%07d".formatted(i)));
      }
      changes.add(edits);
    }
    return changes;
  }

  private static void measure(String name, List<List<Edit>> changes, Predicate<Workspace> complete)
      throws Exception {
    var folder = Files.createTempDirectory("flotilla-sync");
    long started;
    long shown;
    long there;
    long operations;
    Replica empty;
    try (var ann = node(folder, "ann");
        var ben = node(folder, "ben")) {
      var full = ann.createWorkspace("Atlas");
      for (var edits : changes) {
        if (full.submit(edits, "").get() instanceof EditOutcome.Refused(var why)) {
          throw new IllegalStateException(why.message());
        }
      }
      operations = full.workspace().vector().asMap().values().stream().mapToLong(n -> n).sum();
      var seen = new CompletableFuture<Long>();
      var invitation = full.invite(Role.EDITOR);
      started = System.nanoTime();
      try (var _ = ben.onReplicas(() -> look(ben, complete, seen))) {
        var joining = ben.join(invitation);
        if (!(joining.get(PATIENCE_MINUTES, TimeUnit.MINUTES)
            instanceof JoinOutcome.Joined joined)) {
          throw new IllegalStateException("not joined");
        }
        empty = joined.replica();
        there = System.nanoTime();
        seen.complete(there);
      }
      shown = seen.get();
      if (!complete.test(empty.workspace())) {
        throw new IllegalStateException("not everything came");
      }
    }
    var log = log(folder.resolve("ann"));
    var bytes = log.stream().mapToLong(raw -> raw.length).sum();
    var seconds = (there - started) / 1e9;
    System.out.printf(
        "| %s | %,d | %.1f | %.2f | %.2f | %.1f | %,.0f | %.0f | %.1f |%n",
        name,
        log.size(),
        bytes / 1e6,
        (shown - started) / 1e9,
        seconds,
        bytes / 1e6 / seconds,
        operations / seconds,
        Alone.tls(folder, log),
        Alone.sqlite(folder, log));
  }

  private static Node node(Path folder, String name) throws Exception {
    return Node.open(
        NodeOptions.of(folder.resolve(name)).withDeviceName(name).withDiscovery(DiscoveryMode.OFF));
  }

  /// A replica that is on its way is listed once there is something to look at.
  private static void look(Node node, Predicate<Workspace> complete, CompletableFuture<Long> seen) {
    if (node.replicas().stream().anyMatch(replica -> complete.test(replica.shown()))) {
      seen.complete(System.nanoTime());
    }
  }

  /// All changes of a home, as they were signed.
  private static List<byte[]> log(Path home) throws Exception {
    try (var files = Files.list(home.resolve("workspaces"))) {
      var file = files.filter(f -> f.toString().endsWith(".db")).findFirst().orElseThrow();
      try (var store = new StoreFiles(InstantSource.system(), new Random(1)).open(file)) {
        var all = new ArrayList<byte[]>();
        var slice = store.history().after(Heads.EMPTY, READ_BYTES);
        while (!slice.raw().isEmpty()) {
          all.addAll(slice.raw());
          slice = store.history().after(slice.after(), READ_BYTES);
        }
        return all;
      }
    }
  }
}
