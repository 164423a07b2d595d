package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.NotAllowedException;
import dev.flotilla.net.node.Replica;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// A workspace of a node.
public final class NodeWorkspace implements OpenWorkspace {
  private final Replica replica;

  public NodeWorkspace(Replica replica) {
    this.replica = replica;
  }

  @Override
  public Workspace workspace() {
    return replica.shown();
  }

  @Override
  public ReplicaId replica() {
    return replica.replicaId();
  }

  @Override
  public CompletionStage<Submitted> submit(List<Edit> edits, String message) {
    return replica
        .submit(edits, message)
        .thenApply(outcome ->
            switch (outcome) {
              case EditOutcome.Done(_, var written) -> new Submitted.Done(written);
              case EditOutcome.Refused(var refusal) -> new Submitted.Refused(refusal.message());
            });
  }

  @Override
  public Subscription onChange(Consumer<Workspace> listener) {
    dev.flotilla.net.Subscription registered = replica.onShown(listener);
    return registered::close;
  }

  @Override
  public List<PeerStatus> peers() {
    return replica.peers();
  }

  @Override
  public Subscription onPeers(Consumer<List<PeerStatus>> listener) {
    dev.flotilla.net.Subscription registered = replica.onPeers(listener);
    return registered::close;
  }

  @Override
  public List<String> alarms() {
    return replica.alarms();
  }

  @Override
  public boolean isLoading() {
    return replica.isLoading();
  }

  @Override
  public Invited invite(Role role) {
    try {
      return new Invited.Text(replica.invite(role).text());
    } catch (NotAllowedException e) {
      return new Invited.Refused(String.valueOf(e.getMessage()));
    }
  }
}
