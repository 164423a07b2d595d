package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.MetricsPrint;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.cli.print.PeerText;
import dev.flotilla.app.cli.print.StatusJson;
import dev.flotilla.net.node.NodeStatus;
import dev.flotilla.net.node.Replica;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `status`: what this replica has and who it talks to.
@Command(name = "status", description = "Show the replica, its peers and open conflicts.")
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--metrics",
      description = "Show what was measured since the replica was opened instead.")
  private boolean metrics;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Replica replica = context.replica();
    return metrics ? measured(replica) : status(replica);
  }

  private int measured(Replica replica) {
    var print = new MetricsPrint(replica.metrics(), replica.workspace());
    if (context.json()) {
      context.output().json(print.json());
    } else {
      print.show(context.output());
    }
    return ExitCode.DONE;
  }

  private int status(Replica replica) {
    NodeStatus status = replica.status();
    if (context.json()) {
      var node = StatusJson.of(status, replica.workspace());
      context.output().json(node.put("loading", replica.isLoading()));
      return ExitCode.DONE;
    }
    Output output = context.output();
    output.line("workspace: " + status.workspaceName() + " (" + status.workspace() + ")");
    output.line("device:    " + status.deviceName() + " (" + status.device().shortName() + ")");
    output.line("replica:   " + status.replica());
    output.line("listening: " + (status.port() == 0 ? "no, offline" : "port " + status.port()));
    output.line("digest:    " + status.digest());
    output.line("flags:     " + replica.workspace().flags().size());
    output.line("conflicts: " + status.conflicts().size());
    output.line("pending:   " + status.pending());
    var stability = replica.stability();
    output.line(
        "on disk:   %d of %d members have confirmed everything"
            .formatted(stability.having(status.vector()), stability.seen().size()));
    output.line("writing:   " + (status.cannotWrite().isEmpty() ? "yes" : "no, see below"));
    if (replica.isLoading()) {
      output.line("verifying: what is shown is as a peer sent it; the changes are on their way");
    }
    status.alarms().forEach(output::note);
    PeerText.show(status.peers(), output);
    return ExitCode.DONE;
  }
}
