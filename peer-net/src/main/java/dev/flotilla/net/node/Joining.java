package dev.flotilla.net.node;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.store.StoreException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Becomes a member of a workspace: ask, make a database that trusts the inviter, unless a backup
/// was restored before, and wait for what the inviter had.
record Joining(Workspaces workspaces, Network network) {
  private static final long FIRST_SYNC_SECONDS = 120;

  CompletableFuture<JoinOutcome> join(Invitation invitation) {
    var asked = network.ask(invitation);
    if (asked.isEmpty()) {
      return Node.refused(
          "Joining a workspace needs the network. Start without the offline option.");
    }
    return asked
        .get()
        .thenComposeAsync(reply -> begin(invitation, reply))
        .exceptionally(e -> new JoinOutcome.Refused("Joining failed: " + e.getMessage() + "."));
  }

  private CompletableFuture<JoinOutcome> begin(Invitation invitation, JoinReply reply) {
    return switch (reply) {
      case JoinReply.Refused(var sentence) ->
          CompletableFuture.completedFuture(new JoinOutcome.Refused(sentence));
      case JoinReply.Admitted(_, var heads) -> follow(invitation, heads);
    };
  }

  private CompletableFuture<JoinOutcome> follow(Invitation invitation, Heads heads) {
    Replica replica;
    var restored = workspaces.get(invitation.workspace());
    try {
      replica =
          restored.isPresent()
              ? restored.get()
              : workspaces.create(invitation.workspace(), Optional.of(invitation.inviter()));
    } catch (StoreException e) {
      return Node.refused(String.valueOf(e.getMessage()));
    }
    var joined = new CompletableFuture<JoinOutcome>();
    var subscription =
        replica.onChange(update -> completeIfThere(update.now().vector(), heads, replica, joined));
    // There is something to look at long before the log is here.
    var preview =
        replica.onShown(_ -> {
          if (replica.isLoading()) {
            workspaces.tellOfArrival();
          }
        });
    if (restored.isEmpty()) {
      network.serve(replica.link());
    }
    completeIfThere(replica.workspace().vector(), heads, replica, joined);
    return joined
        .completeOnTimeout(
            new JoinOutcome.Refused(
                "This device was let in, but the data has not arrived yet. It follows as soon as"
                    + " the other device can be reached."),
            FIRST_SYNC_SECONDS,
            TimeUnit.SECONDS)
        .whenComplete((_, _) -> {
          subscription.close();
          preview.close();
          workspaces.tellOfArrival();
        });
  }

  private static void completeIfThere(
      VersionVector now, Heads told, Replica replica, CompletableFuture<JoinOutcome> joined) {
    if (!joined.isDone() && (now.dominates(told.vector()) || hasUnderOtherNames(told, replica))) {
      joined.complete(new JoinOutcome.Joined(replica));
    }
  }

  /// A fork that the inviter did not know of gives what it had other names here.
  private static boolean hasUnderOtherNames(Heads told, Replica replica) {
    try {
      return !replica.parts().writer().state().lineages().isEmpty()
          && replica.parts().history().holds(told);
    } catch (StoreException e) {
      replica.parts().alarms().raise(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
