package dev.flotilla.net.node;

import dev.flotilla.model.Workspace;

/// A commit: the snapshot before it and the one after. `now.changedSince(before)` is cheap.
public record WorkspaceUpdate(Workspace before, Workspace now) {}
