package dev.flotilla.app.desktop.session;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;

/// The workspace as it was after a change.
public record Past(LogEntry change, Workspace workspace) {}
