package dev.flotilla.app.cli.print;

import dev.flotilla.net.PeerStatus;
import java.util.List;

/// Peers for people.
public final class PeerText {
  private PeerText() {}

  /// One line for each peer.
  public static void show(List<PeerStatus> peers, Output output) {
    if (peers.isEmpty()) {
      output.line("peers:     none");
      return;
    }
    var table = new TextTable("PEER", "DEVICE", "ADDRESS", "STATE", "DETAIL");
    for (PeerStatus peer : peers) {
      table.row(
          peer.name(),
          peer.device().map(device -> device.shortName()).orElse("-"),
          peer.address(),
          FlagJson.word(peer.state()),
          peer.detail().orElse(""));
    }
    output.table(table);
  }
}
