package dev.flotilla.app.cli.command;

import dev.flotilla.net.node.Node;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `flotilla node`: a replica without a window. Prints one line when it is ready and runs until it
/// is told to stop (SIGTERM, SIGINT), then closes its files and connections.
@Command(name = "node", description = "Run a replica without a window, until it is stopped.")
final class NodeCommand implements Callable<Integer> {
  private final CommandContext context;

  NodeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var holding = context.door().hold(context.options());
    // The process ends when this hook returns, so it must not wait for this thread.
    Runtime.getRuntime().addShutdownHook(new Thread(holding::close, "node-close"));
    context.output().line(ready(holding.node()));
    context.output().flush();
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  private static String ready(Node node) {
    String workspaces =
        node.replicas().stream()
            .map(replica -> replica.workspace().name())
            .collect(Collectors.joining(", "));
    return "ready: device %s (%s), port %d, workspaces: %s"
        .formatted(
            node.device().shortName(),
            node.deviceName(),
            node.port(),
            workspaces.isEmpty() ? "none" : workspaces);
  }
}
