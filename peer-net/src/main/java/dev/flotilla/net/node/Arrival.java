package dev.flotilla.net.node;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change that a peer sent.
///
/// @param verified the key with which its signature was found right. The costly part of receiving,
///   done on the connection's thread where the key is known already, and on the writer's otherwise.
/// @param doubtful whether it is not signed with the key that its author has here; then only what
///   it goes on from tells whose it is
record Arrival(Change change, Optional<DeviceKey> verified, boolean doubtful) {
  /// Decodes and verifies what a peer sent.
  sealed interface Read {
    record Fine(List<Arrival> arrivals) implements Read {}

    record Bad(String reason) implements Read {}
  }

  /// Any thread. Cost: 0.1 ms for each change.
  static Read read(
      List<byte[]> raws, WorkspaceId workspace, ReplicaState state, ChangeVerifier verifier) {
    var arrivals = new ArrayList<Arrival>(raws.size());
    for (var raw : raws) {
      switch (ChangeCodec.decode(raw)) {
        case Decoded.Malformed(var reason, var offset) -> {
          return new Read.Bad(
              "It sent a change that cannot be read: %s (byte %d).".formatted(reason, offset));
        }
        case Decoded.Valid(var change) -> {
          var head = state.author(change.author());
          if (isHere(change, head)) {
            arrivals.add(new Arrival(change, Optional.empty(), false));
            continue;
          }
          var key = ChangeRules.keyOf(change, head);
          var verified = key.filter(known -> verifier.verify(change, workspace, known));
          if (verified.isEmpty() && continues(change, head)) {
            return new Read.Bad("It sent a change whose signature is wrong.");
          }
          arrivals.add(new Arrival(change, verified, key.isPresent() && verified.isEmpty()));
        }
      }
    }
    return new Read.Fine(arrivals);
  }

  /// Otherwise it may belong to a branch that is not known yet, and that another device opened.
  private static boolean continues(Change change, Optional<AuthorHead> head) {
    return head.filter(known -> known.hash().equals(change.previous())).isPresent();
  }

  /// Changes come by more than one way; those that are here need no second look at their signature.
  private static boolean isHere(Change change, Optional<AuthorHead> head) {
    return head.filter(known -> known.seq() >= change.seq()).isPresent();
  }
}
