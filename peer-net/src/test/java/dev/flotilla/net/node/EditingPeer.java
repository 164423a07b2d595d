package dev.flotilla.net.node;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.net.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A process with a node on the network that edits until it is killed, and prints each edit once it
/// was told that the edit is done.
final class EditingPeer {
  private static final int AT_ONCE = 4;

  private EditingPeer() {}

  /// @param arguments the home, the port to listen on, that of the other node, and what the flags'
  ///   keys begin with
  public static void main(String[] arguments) throws HomeException {
    // Not closed: this process ends by being killed.
    var node =
        Node.open(
            NodeOptions.of(Path.of(arguments[0]))
                .withPort(Integer.parseInt(arguments[1]))
                .withPeers(List.of(new PeerAddress("127.0.0.1", Integer.parseInt(arguments[2])))));
    var replica = node.replicas().getFirst();
    for (var i = 0; ; i += AT_ONCE) {
      var batch = new CompletableFuture<?>[AT_ONCE];
      for (var j = 0; j < AT_ONCE; j++) {
        var key = arguments[3] + (i + j);
        batch[j] =
            replica
                .submit(List.of(CreateFlag.bool(key)), "")
                .thenAccept(outcome -> report(key, outcome));
      }
      CompletableFuture.allOf(batch).join();
    }
  }

  private static void report(String key, EditOutcome outcome) {
    try {
      // One write for each line: what was printed is whole.
      var line = outcome instanceof EditOutcome.Done ? key + "\n" : "refused " + outcome + "\n";
      System.out.write(line.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
