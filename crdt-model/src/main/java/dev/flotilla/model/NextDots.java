package dev.flotilla.model;

import dev.flotilla.crdt.ReplicaId;

/// The dots that the next change of a replica takes: `author` and the counters from `next` on.
public record NextDots(ReplicaId author, long next) {
  /// What `author` has not used yet in `workspace`.
  public static NextDots of(Workspace workspace, ReplicaId author) {
    return new NextDots(author, workspace.vector().get(author) + 1);
  }
}
