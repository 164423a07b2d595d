package dev.flotilla.net.transport;

import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import dev.flotilla.net.wire.Message;
import java.util.Optional;
import java.util.function.Function;

/// Decides what the device at the other end of a channel may have. A device that is no member hears
/// the same whether or not the workspace exists here.
///
/// @param channel whose other end it is
/// @param local this end
/// @param directory the workspaces that this device serves
record Reception(
    TlsChannel channel,
    LocalDevice local,
    Function<WorkspaceId, Optional<WorkspacePeers>> directory) {
  /// The workspace that was asked for, if the peer is a member of it.
  Optional<WorkspacePeers> workspaceOf(Message.Hello hello) {
    var peer = channel.peer().deviceId();
    return directory
        .apply(hello.workspace())
        .filter(known -> known.port().isMember(peer) && !known.isAvoided(peer));
  }

  /// Lets the peer in if it proves to hold an invitation. Blocks.
  JoinReply admit(Message.Hello hello, Octets proof) {
    var request =
        new JoinRequest(
            hello.workspace(),
            channel.peer(),
            local.identity().key(),
            hello.deviceName(),
            channel.binding(),
            proof);
    return directory
        .apply(hello.workspace())
        .map(workspace -> workspace.port().admit(request))
        .orElse(JoinReply.NOT_PROVED);
  }
}
