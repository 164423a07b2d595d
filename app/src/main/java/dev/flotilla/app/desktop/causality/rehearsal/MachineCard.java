package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.app.rehearsal.Rehearsal;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import java.time.Duration;
import java.util.List;

/// A machine of a rehearsal as it is shown: what it knows, and how it is linked.
///
/// @param machine its number, which stays the same wherever it stands
/// @param missing how many changes it does not have
/// @param conflicts how many decisions wait there
/// @param isAlone whether it hears nobody
/// @param ahead how far its clock is ahead
record MachineCard(
    int machine,
    String name,
    List<FlagCard> flags,
    int missing,
    int conflicts,
    boolean isAlone,
    Duration ahead) {
  MachineCard {
    flags = List.copyOf(flags);
  }

  static MachineCard of(Rehearsal rehearsal, int machine) {
    RehearsalMachine own = rehearsal.fleet().machines().get(machine);
    boolean isAlone =
        rehearsal.line().order().stream()
            .allMatch(other -> other == machine || rehearsal.line().areApart(machine, other));
    return new MachineCard(
        machine,
        own.name(),
        Practice.FLAGS.stream().map(key -> FlagCard.of(own.workspace(), key)).toList(),
        rehearsal.fleet().missing(machine),
        own.workspace().conflicts().size(),
        isAlone,
        own.skew());
  }
}
