package dev.flotilla.net.metrics;

/// What was measured of one peer.
///
/// @param linked whether there is a connection now
/// @param same whether both had the same when last looked at
/// @param clockOffsetMillis how far its clock was ahead of this machine's when it said HELLO; the
///   time that HELLO travelled is part of it
/// @param underWayBytes sent and not confirmed
/// @param awayMillis for how long there has been no connection after there was one; 0 while linked
public record PeerMetrics(
    boolean linked, boolean same, long clockOffsetMillis, long underWayBytes, long awayMillis) {}
