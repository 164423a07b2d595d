package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;

/// What holds for a whole connection.
///
/// @param version the protocol that both sides speak; see [dev.flotilla.net.wire.Message#since]
/// @param own under which id this replica authors
record Terms(int version, ReplicaId own) {}
