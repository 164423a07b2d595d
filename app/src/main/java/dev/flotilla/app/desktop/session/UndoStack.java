package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The own changes of a sitting that can be taken back, and those that were and can be done again.
///
/// In a workspace that others edit too, undo is a new change that puts back what the own writes
/// replaced, where they are still there; never a jump back of the whole state. What is put back is
/// another write than the one that was there first: it stands in for it from then on, so that the
/// step before can be taken back as well.
///
/// Thread: FX.
public final class UndoStack {
  /// Steps that are remembered.
  private static final int STEPS_MAX = 100;

  /// Writes that are remembered in all of them: some 100 MB at most. The last step stays whatever
  /// its size.
  private static final int PARTS_MAX = 300_000;

  /// Writes that stand in for others before those that no step knows are forgotten.
  private static final int STAND_INS_MAX = 1000;

  private final ObservableList<UndoStep> done = FXCollections.observableArrayList();
  private final ObservableList<UndoStep> undone = FXCollections.observableArrayList();
  private final Map<Dot, Dot> standIns = new HashMap<>();
  private int standInsMax = STAND_INS_MAX;

  /// What can be taken back, the newest first.
  public ObservableList<UndoStep> done() {
    return FXCollections.unmodifiableObservableList(done);
  }

  /// What was taken back and can be done again, the last first.
  public ObservableList<UndoStep> undone() {
    return FXCollections.unmodifiableObservableList(undone);
  }

  /// Something new was done: what was taken back before cannot be done again.
  void add(UndoStep step) {
    if (!step.isEmpty()) {
      undone.clear();
      push(done, step);
    }
  }

  /// Whether a step can be turned still.
  boolean has(UndoStep step) {
    return done.contains(step) || undone.contains(step);
  }

  /// Whether a step was taken back and would be done again.
  boolean isUndone(UndoStep step) {
    return undone.contains(step);
  }

  /// What others built on a step meanwhile. Any thread, while no step is turned.
  UndoPreview preview(Workspace now, ReplicaId own, UndoStep step, boolean isRedo) {
    return UndoLooking.preview(now, own, step, isRedo, this::standIn);
  }

  /// The edits that take a step back, each list one change. Any thread, while no step is turned.
  List<List<Edit>> putBack(Workspace now, UndoStep step) {
    Batches batches = new Batches(now);
    step.changes()
        .reversed()
        .forEach(change -> {
          List<Edit> edits = change.putBack(this::standIn);
          if (!edits.isEmpty()) {
            batches.add(edits);
          }
        });
    return batches.all();
  }

  /// A step was taken back, or done again, by these changes.
  void turned(UndoStep step, List<Written> by, VersionVector seen) {
    turned(step, by, seen, List.of());
  }

  /// A part of a step was taken back, or done again, by these changes: what is left of it stays
  /// where it was.
  ///
  /// @param made those edits of [#putBack] that were made
  void turnedInPart(UndoStep step, List<Written> by, VersionVector seen, List<List<Edit>> made) {
    Set<Edit> all = new HashSet<>();
    made.forEach(all::addAll);
    turned(
        step,
        by,
        seen,
        step.changes().stream()
            .map(change -> change.without(all, this::standIn))
            .filter(change -> !change.putBack(this::standIn).isEmpty())
            .toList());
  }

  private void turned(UndoStep step, List<Written> by, VersionVector seen, List<Written> left) {
    boolean wasUndone = undone.contains(step);
    ObservableList<UndoStep> from = wasUndone ? undone : done;
    int at = from.indexOf(step);
    if (left.isEmpty()) {
      from.remove(step);
    } else if (at >= 0) {
      from.set(at, step.rest(left));
    }
    Map<Slot, Written.Part> now = new HashMap<>();
    by.forEach(turn -> turn.parts().forEach(part -> now.put(part.slot(), part)));
    step.changes().forEach(change -> change.parts().forEach(part -> replace(part, now)));
    push(wasUndone ? done : undone, new UndoStep(step.message(), by, seen));
    if (standIns.size() > standInsMax) {
      forgetStandIns();
    }
  }

  /// Keeps what some step may still ask for, and that without the way there.
  private void forgetStandIns() {
    Map<Dot, Dot> asked = new HashMap<>();
    Consumer<Dot> keep =
        dot -> {
          Dot now = standIn(dot);
          if (!now.equals(dot)) {
            asked.put(dot, now);
          }
        };
    Stream.concat(done.stream(), undone.stream())
        .flatMap(step -> step.changes().stream())
        .flatMap(change -> change.parts().stream())
        .forEach(part -> {
          part.dots().forEach(keep);
          part.before().forEach(earlier -> keep.accept(earlier.dot()));
        });
    standIns.clear();
    standIns.putAll(asked);
    standInsMax = Math.max(STAND_INS_MAX, 2 * standIns.size());
  }

  /// How many writes stand in for others.
  int standIns() {
    return standIns.size();
  }

  /// Nothing is left of a step.
  void forget(UndoStep step) {
    done.remove(step);
    undone.remove(step);
  }

  /// The step that the next undo takes back.
  Optional<UndoStep> last() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getFirst());
  }

  /// The step that the next redo does again.
  Optional<UndoStep> lastUndone() {
    return undone.isEmpty() ? Optional.empty() : Optional.of(undone.getFirst());
  }

  private void replace(Written.Part part, Map<Slot, Written.Part> turned) {
    Written.Part now = turned.get(part.slot());
    if (now != null && !part.isBeing()) {
      replace(part, now);
    }
  }

  private void replace(Written.Part part, Written.Part now) {
    List<Dot> dots = new ArrayList<>(now.dots());
    boolean isSame = now.value().equals(part.valueBefore()) || dots.size() > 1;
    if (isSame && dots.size() == part.before().size()) {
      for (int at = 0; at < dots.size(); at++) {
        // What comes first for applications was written last.
        Dot before = standIn(part.before().reversed().get(at).dot());
        if (!before.equals(dots.get(at))) {
          standIns.put(before, dots.get(at));
        }
      }
    }
  }

  private Dot standIn(Dot dot) {
    Dot now = dot;
    for (Dot next = standIns.get(now); next != null; next = standIns.get(now)) {
      now = next;
    }
    return now;
  }

  private static void push(ObservableList<UndoStep> steps, UndoStep step) {
    steps.addFirst(step);
    while (steps.size() > 1 && (steps.size() > STEPS_MAX || size(steps) > PARTS_MAX)) {
      steps.removeLast();
    }
  }

  private static long size(List<UndoStep> steps) {
    return steps.stream()
        .flatMap(step -> step.changes().stream())
        .mapToLong(change -> change.parts().size())
        .sum();
  }
}
