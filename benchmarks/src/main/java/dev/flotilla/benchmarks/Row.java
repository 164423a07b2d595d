package dev.flotilla.benchmarks;

import java.util.List;
import java.util.Optional;

/// One line of the table for each size: the same step on both sides.
///
/// @param name unique
/// @param pekko empty where Pekko has no such type
record Row(String name, List<Integer> sizes, Step.Setup flotilla, Optional<Step.Setup> pekko) {

  Row {
    sizes = List.copyOf(sizes);
  }

  /// The sides that have the row.
  List<Peer> peers() {
    return pekko.isPresent() ? List.of(Peer.values()) : List.of(Peer.FLOTILLA);
  }

  /// The step of one side.
  ///
  /// @throws java.util.NoSuchElementException if Pekko has none
  Step step(Peer peer, int size) {
    return switch (peer) {
      case FLOTILLA -> flotilla.of(size);
      case PEKKO -> pekko.orElseThrow().of(size);
    };
  }
}
