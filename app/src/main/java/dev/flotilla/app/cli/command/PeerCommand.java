package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.PeerText;
import dev.flotilla.app.cli.print.StatusJson;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `peer`: who this replica talks to.
@Command(name = "peer", description = "List peers, or add one by its address.")
final class PeerCommand {
  private final CommandContext context;

  PeerCommand(CommandContext context) {
    this.context = context;
  }

  @Command(description = "List the peers and their state.")
  int list() {
    List<PeerStatus> peers = context.replica().peers();
    if (context.json()) {
      context.output().json(StatusJson.peers(peers));
    } else {
      PeerText.show(peers, context.output());
    }
    return ExitCode.DONE;
  }

  @Command(description = "Remember an address and connect to it from now on.")
  int add(@Parameters(paramLabel = "HOST:PORT", description = "Where the peer is.") String text) {
    context.node().addPeer(Addresses.parse(text));
    return context.done("added", text, "Added the peer " + text + ".");
  }
}
