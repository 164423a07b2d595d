package dev.flotilla.net.metrics;

/// What waits.
///
/// @param mailbox edits and deliveries that wait for the writer
/// @param pending changes that wait for others that they depend on
/// @param underWayBytes changes sent to peers and not confirmed
public record Queues(int mailbox, int pending, long underWayBytes) {}
