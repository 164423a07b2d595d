package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/// Turns what somebody wants to be changed into the operations of one change.
///
/// All checks of what people do are here. Applying operations checks nothing: what others wrote is
/// there, and merges can leave what no single edit would make.
public final class EditPlanner {
  private EditPlanner() {}

  /// The operations that do `edits` in `now`, or why they cannot be done. Later edits see the
  /// earlier ones. All or nothing.
  ///
  /// @param next the dots that the change will take
  public static Plan plan(Workspace now, List<Edit> edits, NextDots next) {
    var notAllowed = checkRole(now, next.author());
    if (notAllowed.isPresent()) {
      return new Plan.Refused(notAllowed.get());
    }
    var draft = new Draft(now, next);
    var editing = new Editing(draft);
    for (var edit : edits) {
      var refusal = Frozen.refusal(now, edit).or(() -> editing.apply(edit));
      if (refusal.isPresent()) {
        return new Plan.Refused(refusal.get());
      }
    }
    return editing
        .checkAll()
        .or(() -> Frozen.refusal(now, draft.operations()))
        .or(() -> checkSize(draft, next.author()))
        .<Plan>map(Plan.Refused::new)
        .orElseGet(() -> new Plan.Accepted(draft.operations()));
  }

  /// At most this is what `edit` takes in a change, whoever makes it.
  public static PlanSize sizeAtMost(Workspace now, Edit edit) {
    return PlanSize.atMost(now, edit);
  }

  /// A replica whose device is not known yet is in the middle of its first change.
  private static Optional<Refusal> checkRole(Workspace now, ReplicaId author) {
    return now.origin(author)
        .flatMap(origin -> now.roster().member(origin.device()))
        .filter(member -> !member.role().mayEdit())
        .map(member ->
            new Refusal(
                Reason.NOT_ALLOWED,
                "%s may look at this workspace but not edit it. Ask its owner for the role of an editor."
                    .formatted(quoted(member.name()))));
  }

  private static Optional<Refusal> checkSize(Draft draft, ReplicaId author) {
    var operations = draft.operations();
    if (operations.isEmpty()) {
      return Optional.of(new Refusal(Reason.NOTHING_TO_DO, "There is nothing to change."));
    }
    for (var operation : operations) {
      if (operation instanceof Operation.Write(var slot, var value, _)) {
        var problem =
            WellFormed.problem(slot)
                .or(() ->
                    WellFormed.problem(value).map(p -> "The " + Sentences.place(slot) + " " + p));
        if (problem.isPresent()) {
          return Optional.of(new Refusal(Reason.TOO_LARGE, problem.get() + "."));
        }
      }
    }
    var size = new PlanSize(operations.size(), OperationCodec.size(author, operations));
    if (size.fits()) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            Reason.TOO_LARGE,
            "These edits take %d operations and %d bytes, but one change holds %d and %d. Make them in smaller parts."
                .formatted(
                    size.operations(),
                    size.bytes(),
                    ModelLimits.OPERATIONS_MAX,
                    ModelLimits.OPERATIONS_BYTES_MAX)));
  }
}
