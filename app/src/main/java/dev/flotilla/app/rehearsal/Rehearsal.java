package dev.flotilla.app.rehearsal;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Refusal;
import dev.flotilla.net.node.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Machines in a row, what is done with them, and the way back, step by step. Nothing of it leaves
/// the memory.
///
/// Not safe for several threads.
public final class Rehearsal {
  /// How long an edit takes.
  public static final Duration STEP = Duration.ofMinutes(1);

  /// Steps that can be taken back. Each keeps a fleet, which shares nearly all with the next.
  public static final int STEPS_MAX = 500;

  private record Before(RehearsalFleet fleet, NetworkLine line) {}

  private final Deque<Before> steps = new ArrayDeque<>();
  private final int founding;
  private RehearsalFleet fleet;
  private NetworkLine line;

  private Rehearsal(RehearsalFleet fleet) {
    this.fleet = fleet;
    this.founding = fleet.log().size();
    this.line = NetworkLine.whole(fleet.machines().size());
    fleet.at(fleet.now().plus(STEP));
  }

  /// Machines that have the sample, and hear each other.
  ///
  /// @param machines from [Practice#MACHINES_MIN] to [Practice#MACHINES_MAX]
  public static Rehearsal of(int machines, Instant start) {
    return new Rehearsal(Practice.founded(machines, start));
  }

  /// The machines as they are now. Whoever holds it sees later acts, too.
  public RehearsalFleet fleet() {
    return fleet;
  }

  public NetworkLine line() {
    return line;
  }

  /// What was done since the sample was there, in its order.
  public List<LogEntry> done() {
    List<LogEntry> log = fleet.log();
    return log.subList(founding, log.size());
  }

  /// Whether a change belongs to how the sample came to be.
  public boolean isFounding(LogEntry change) {
    return fleet.log().indexOf(change) < founding;
  }

  /// How many steps can be taken back.
  public int steps() {
    return steps.size();
  }

  /// Does something.
  ///
  /// @return why it was refused, in which case nothing is done; empty if it was not
  public Optional<Refusal> perform(Act act) {
    Before before = new Before(fleet.copy(), line);
    Optional<Refusal> refusal =
        switch (act) {
          case Act.Change(var machine, var message, var edits) -> change(machine, message, edits);
          case Act.Toggle(var link) -> arranged(line.toggled(link));
          case Act.Move(var machine, var place) -> arranged(line.moved(machine, place));
          case Act.Mend() -> arranged(line.mended());
          case Act.Pass(var time) -> {
            fleet.at(fleet.now().plus(time));
            yield Optional.empty();
          }
          case Act.SetClock(var machine, var ahead) -> {
            fleet.setClock(machine, ahead);
            yield Optional.empty();
          }
        };
    if (refusal.isEmpty()) {
      steps.push(before);
      if (steps.size() > STEPS_MAX) {
        steps.removeLast();
      }
    }
    return refusal;
  }

  /// Takes the last step back, as if it had never been.
  ///
  /// @return whether there was one
  public boolean undo() {
    if (steps.isEmpty()) {
      return false;
    }
    Before before = steps.pop();
    fleet = before.fleet();
    line = before.line();
    return true;
  }

  private Optional<Refusal> change(int machine, String message, List<Edit> edits) {
    Optional<Refusal> refusal = fleet.edit(machine, message, edits.toArray(Edit[]::new));
    if (refusal.isEmpty()) {
      fleet.at(fleet.now().plus(STEP));
    }
    return refusal;
  }

  private Optional<Refusal> arranged(NetworkLine newLine) {
    line = newLine;
    fleet.arrange(newLine.parts());
    return Optional.empty();
  }
}
