package dev.flotilla.app.desktop.peers;

import java.util.List;

/// Another machine, or this one, in words first and numbers below.
record PeerView(
    String id,
    String name,
    boolean own,
    String state,
    Tone tone,
    String knowledge,
    String detail,
    List<Count> counts) {
  enum Tone {
    GOOD,
    BUSY,
    AWAY,
    BAD;

    String styleClass() {
      return switch (this) {
        case GOOD -> "dot-good";
        case BUSY -> "dot-busy";
        case AWAY -> "dot-away";
        case BAD -> "dot-bad";
      };
    }
  }

  /// How many operations of a replica this machine has seen, and how many there are.
  record Count(String replica, String who, long seen, long newest) {
    boolean behind() {
      return seen < newest;
    }
  }

  PeerView {
    counts = List.copyOf(counts);
  }
}
