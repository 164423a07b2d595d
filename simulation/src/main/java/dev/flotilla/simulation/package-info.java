/// The engine that ships, in a world made up from one seed: network, disks, clocks and people. What
/// happens is decided by [Scenario]s, played by a [World], and judged by a [Ledger].
///
/// After FoundationDB's and TigerBeetle's way of testing: one thread, one event queue, one source
/// of chance, virtual time; a seed repeats a run bit for bit.
@NullMarked
package dev.flotilla.simulation;

import org.jspecify.annotations.NullMarked;
