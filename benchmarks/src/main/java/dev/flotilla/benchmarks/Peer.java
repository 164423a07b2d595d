package dev.flotilla.benchmarks;

/// Whose code a step runs.
enum Peer {
  FLOTILLA,
  PEKKO
}
