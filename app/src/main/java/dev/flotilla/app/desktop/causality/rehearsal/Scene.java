package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.NetworkLine;
import dev.flotilla.app.rehearsal.Rehearsal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// All that a rehearsal shows at a moment.
///
/// @param cards by the number of the machine, wherever it stands
/// @param steps how many can be taken back
record Scene(List<MachineCard> cards, NetworkLine line, Instant now, int changes, int steps) {
  Scene {
    cards = List.copyOf(cards);
  }

  static Scene of(Rehearsal rehearsal) {
    return new Scene(
        IntStream.range(0, rehearsal.fleet().machines().size())
            .mapToObj(machine -> MachineCard.of(rehearsal, machine))
            .toList(),
        rehearsal.line(),
        rehearsal.fleet().now(),
        rehearsal.done().size(),
        rehearsal.steps());
  }

  /// The names of the machines beside a link, left then right.
  String[] beside(int link) {
    return new String[] {
      cards.get(line.order().get(link)).name(), cards.get(line.order().get(link + 1)).name()
    };
  }
}
