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

  /// A row that both sides have.
  static Row of(String name, List<Integer> sizes, Step.Setup flotilla, Step.Setup pekko) {
    return new Row(name, sizes, flotilla, Optional.of(pekko));
  }

  /// A row that Pekko does not have.
  static Row own(String name, List<Integer> sizes, Step.Setup flotilla) {
    return new Row(name, sizes, flotilla, Optional.empty());
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
