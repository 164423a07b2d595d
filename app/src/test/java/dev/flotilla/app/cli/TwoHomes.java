package dev.flotilla.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Two homes on one machine that share a workspace, as `flotilla node` holds them, and command
/// lines for both.
final class TwoHomes implements AutoCloseable {
  private final Shell anna;
  private final Shell ben;
  private final HeldHome annasHome;
  private HeldHome bensHome;

  private TwoHomes(Shell anna, Shell ben, HeldHome annasHome, HeldHome bensHome) {
    this.anna = anna;
    this.ben = ben;
    this.annasHome = annasHome;
    this.bensHome = bensHome;
  }

  static TwoHomes in(Path folder) throws Exception {
    var anna = new Shell(folder.resolve("anna"), folder);
    var ben = new Shell(folder.resolve("ben"), folder);
    anna.done("workspace", "create", "Harbour", "--device-name", "anna");
    var annasHome = open(anna, "anna");
    String invitation = anna.done("workspace", "invite").strip();
    // Nobody holds ben's home yet: the command opens the network for itself.
    assertThat(ben.done("workspace", "join", invitation, "--device-name", "ben"))
        .startsWith("Joined the workspace Harbour");
    return new TwoHomes(anna, ben, annasHome, open(ben, "ben"));
  }

  Shell anna() {
    return anna;
  }

  Shell ben() {
    return ben;
  }

  /// From here on neither hears of the other; ben's commands open his home for themselves.
  void part() {
    bensHome.close();
  }

  /// Ends what [#part] began.
  void meet() throws Exception {
    bensHome = open(ben, "ben");
  }

  void awaitAnna(Predicate<Workspace> wanted) throws Exception {
    await(annasHome.node(), wanted);
  }

  void awaitBen(Predicate<Workspace> wanted) throws Exception {
    await(bensHome.node(), wanted);
  }

  /// Waits until ben has all that anna has, and she all that he has.
  void awaitTheSame() throws Exception {
    var annas = annasHome.node().replicas().getFirst();
    var bens = bensHome.node().replicas().getFirst();
    awaitAnna(now -> now.vector().dominates(bens.workspace().vector()));
    awaitBen(now -> now.vector().dominates(annas.workspace().vector()));
  }

  @Override
  public void close() {
    bensHome.close();
    annasHome.close();
  }

  private static HeldHome open(Shell shell, String name) throws Exception {
    return HeldHome.open(NodeOptions.of(shell.home()).withDeviceName(name));
  }

  private static void await(Node node, Predicate<Workspace> wanted) throws Exception {
    var replica = node.replicas().getFirst();
    var reached = new CompletableFuture<Void>();
    try (var _ =
        replica.onChange(update -> {
          if (wanted.test(update.now())) {
            reached.complete(null);
          }
        })) {
      if (wanted.test(replica.workspace())) {
        return;
      }
      reached.get(30, TimeUnit.SECONDS);
    }
  }
}
