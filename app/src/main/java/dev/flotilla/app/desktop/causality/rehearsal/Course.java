package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.app.rehearsal.Rehearsal;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells from the machines whether somebody did what a lesson asks for, whatever the words or
/// numbers that were typed, and how it can be done.
final class Course {
  static final int ANA = 0;
  static final int BEN = 1;
  static final int CLEO = 2;

  private static final BigDecimal RAISED = BigDecimal.valueOf(5);

  private final Rehearsal rehearsal;
  private final Acts acts;

  Course(Rehearsal rehearsal, Acts acts) {
    this.rehearsal = rehearsal;
    this.acts = acts;
  }

  /// Whether a lesson is learnt. The last one is asked for by [#answers].
  ///
  /// @param selected the change that is looked at
  boolean isDone(Lesson lesson, @Nullable ChangeRef selected) {
    return switch (lesson) {
      case TOGETHER -> newest(ANA, Practice.SWITCH).isPresent();
      case LOOK ->
          rehearsal.done().stream().map(LogEntry::ref).anyMatch(ref -> ref.equals(selected));
      case CUT -> rehearsal.line().areApart(ANA, BEN);
      case ALONE -> newest(ANA, Practice.TEXT).filter(change -> !isKnown(BEN, change)).isPresent();
      case AGAIN -> asked().isPresent();
      case ELSEWHERE -> asked().flatMap(this::besideOfCleo).isPresent();
      case MEND -> isWhole();
      case DECIDE -> isWhole() && conflict().isEmpty();
      case QUESTION -> false;
    };
  }

  /// Whether the machines are as the lesson needs them.
  boolean isReady(Lesson lesson) {
    return switch (lesson) {
      case TOGETHER, LOOK, CUT -> true;
      case ALONE -> rehearsal.line().areApart(ANA, BEN);
      case AGAIN -> rehearsal.line().areApart(ANA, BEN) && newest(ANA, Practice.TEXT).isPresent();
      case ELSEWHERE -> rehearsal.line().areApart(ANA, CLEO) && asked().isPresent();
      case MEND, QUESTION -> asked().isPresent();
      case DECIDE -> asked().isPresent() && isWhole();
    };
  }

  /// Does a lesson. The last one, and looking, are for the eyes: nothing is done.
  Optional<Act> demonstration(Lesson lesson) {
    return switch (lesson) {
      case TOGETHER -> Optional.of(acts.flip(ANA, true));
      case CUT -> Optional.of(new Act.Toggle(between()));
      case ALONE -> Optional.of(acts.write(ANA, "Hi there"));
      case AGAIN -> Optional.of(acts.write(BEN, "Good morning"));
      case ELSEWHERE -> Optional.of(acts.count(CLEO, RAISED));
      case MEND -> Optional.of(new Act.Mend());
      case DECIDE ->
          conflict()
              .map(conflict -> new Edit.Resolve(conflict.id(), new Choice.Pick(0)))
              .map(edit -> acts.decide(ANA, edit));
      case LOOK, QUESTION -> Optional.empty();
    };
  }

  /// The link to the right of the one of Ana and Ben that stands further left.
  int between() {
    return Math.min(rehearsal.line().place(ANA), rehearsal.line().place(BEN));
  }

  /// The change that the question is about: Ana's text, which another of Ben's had not seen.
  Optional<LogEntry> asked() {
    return by(ANA, Practice.TEXT).stream()
        .filter(ana ->
            by(BEN, Practice.TEXT).stream()
                .anyMatch(ben -> areConcurrent(ana, ben) && !texts(ana).equals(texts(ben))))
        .findFirst();
  }

  /// The changes that are concurrent with the one that is asked about.
  List<LogEntry> answers() {
    return asked()
        .map(asked ->
            rehearsal.done().stream().filter(change -> areConcurrent(change, asked)).toList())
        .orElse(List.of());
  }

  /// Whether the author of the one that is asked about had seen a change.
  boolean wasSeen(LogEntry change) {
    return asked().filter(asked -> hasSeen(asked, change)).isPresent();
  }

  private Optional<LogEntry> besideOfCleo(LogEntry asked) {
    return newest(CLEO, Practice.NUMBER).filter(change -> areConcurrent(change, asked));
  }

  private boolean isWhole() {
    return rehearsal.line().cuts().isEmpty();
  }

  private Optional<Conflict> conflict() {
    return rehearsal.fleet().machines().stream()
        .map(RehearsalMachine::workspace)
        .flatMap(workspace -> workspace.conflicts().stream())
        .findFirst();
  }

  private Optional<LogEntry> newest(int machine, String key) {
    List<LogEntry> found = by(machine, key);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private List<LogEntry> by(int machine, String key) {
    RehearsalMachine author = rehearsal.fleet().machines().get(machine);
    return rehearsal.done().stream()
        .filter(change -> change.author().equals(author.replica()))
        .filter(change -> isAbout(change, key))
        .toList();
  }

  private static boolean isAbout(LogEntry change, String key) {
    return change.operations().stream()
        .anyMatch(operation ->
            operation instanceof Operation.Write write
                && write.slot().entity().equals(EntityId.flag(key)));
  }

  private static List<Value> texts(LogEntry change) {
    return change.operations().stream()
        .map(operation -> operation instanceof Operation.Write write ? write.value() : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private boolean isKnown(int machine, LogEntry change) {
    return rehearsal.fleet().machines().get(machine).workspace().vector().contains(dot(change));
  }

  private static boolean areConcurrent(LogEntry one, LogEntry other) {
    return !hasSeen(one, other) && !hasSeen(other, one);
  }

  private static boolean hasSeen(LogEntry later, LogEntry earlier) {
    return later.past().contains(dot(earlier));
  }

  private static Dot dot(LogEntry change) {
    return new Dot(change.author(), change.first());
  }
}
