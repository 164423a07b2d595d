package dev.flotilla.net.node;

import dev.flotilla.net.change.Change;

/// A change with the bytes that its author signed.
///
/// @param entry as history shows it
public record SignedChange(LogEntry entry, Change change) {}
