package dev.flotilla.app.causality;

import dev.flotilla.crdt.ReplicaId;

/// One vertical line of a space-time diagram: a replica, whose changes follow each other. A machine
/// whose data was copied or restored has one for each copy.
///
/// @param machine the name of its device
/// @param copy counts the lanes of one name from 1
public record Lane(ReplicaId replica, String machine, int copy) {}
