package dev.flotilla.app.desktop.chooser;

import dev.flotilla.model.EntityId;
import dev.flotilla.net.node.JoinOutcome;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.pairing.Invitation;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.util.Subscription;

/// The workspaces of a node. Creating one writes to disk, so it runs on `background`.
public final class NodeShelf implements WorkspaceShelf {
  private final Node node;
  private final Executor background;

  public NodeShelf(Node node, Executor background) {
    this.node = node;
    this.background = background;
  }

  @Override
  public String deviceName() {
    return node.deviceName();
  }

  @Override
  public List<Entry> entries() {
    return node.replicas().stream()
        .map(NodeShelf::entry)
        .sorted(Comparator.comparing(Entry::name).thenComparing(Entry::id))
        .toList();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    dev.flotilla.net.Subscription registered = node.onReplicas(listener);
    return registered::close;
  }

  @Override
  public CompletionStage<Outcome> create(String name, List<String> environments) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new Outcome.Ready(node.createWorkspace(name, environments).id().toString());
          } catch (UncheckedIOException | IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
          }
        },
        background);
  }

  @Override
  public Pasted read(String invitation) {
    return switch (Invitation.parse(invitation)) {
      case Invitation.Parsed.Valid(var valid) ->
          new Pasted.Invitation(valid.workspaceName(), valid.inviter().shortName());
      case Invitation.Parsed.Invalid(var sentence) -> new Pasted.Wrong(sentence);
    };
  }

  @Override
  public CompletionStage<Outcome> join(String invitation) {
    return switch (Invitation.parse(invitation)) {
      case Invitation.Parsed.Valid(var valid) -> node.join(valid).thenApply(NodeShelf::outcome);
      case Invitation.Parsed.Invalid(var sentence) ->
          CompletableFuture.completedFuture(new Outcome.Refused(sentence));
    };
  }

  private static Outcome outcome(JoinOutcome outcome) {
    return switch (outcome) {
      case JoinOutcome.Joined(var replica) -> new Outcome.Ready(replica.id().toString());
      case JoinOutcome.Refused(var sentence) -> new Outcome.Refused(sentence);
    };
  }

  private static Entry entry(Replica replica) {
    var workspace = replica.workspace();
    return new Entry(
        replica.id().toString(),
        workspace.name(),
        workspace.entities(EntityId.FLAG).size(),
        workspace.members().size());
  }
}
