package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Gives the dots within a change the names that they have in a log. Who signed the change may not
/// have known of a fork; what it had seen tells which branch it means.
///
/// @param change as it was signed
/// @param lineage the one that it belongs to, or that it goes on from
/// @param past what its author had seen
record Translation(Change change, Lineage lineage, VersionVector past, Lineages lineages) {
  /// The operations of a change, their dots named as in a log.
  static List<Operation> of(Change change, Lineage lineage, VersionVector past, Lineages lineages) {
    return lineages.isEmpty()
        ? change.operations()
        : new Translation(change, lineage, past, lineages).operations();
  }

  private List<Operation> operations() {
    return change.operations().stream().map(this::operation).toList();
  }

  /// What a dot means, if it means one operation in the past of the change. The author's own name
  /// means its own chain.
  Optional<Dot> meaning(Dot dot) {
    if (!dot.replica().equals(change.author())) {
      return lineages.isKnownTo(dot.replica(), past)
          ? lineages.meantBy(dot, past)
          : Optional.empty();
    }
    var holder =
        dot.counter() >= change.first() ? lineage : lineages.holding(lineage, dot.counter());
    return Optional.of(new Dot(holder.id(), dot.counter()));
  }

  private Operation operation(Operation operation) {
    return switch (operation) {
      case Operation.Write(var slot, var value, var supersedes) -> {
        var dots = new TreeSet<Dot>();
        supersedes.forEach(dot -> dots.add(renamed(dot)));
        yield new Operation.Write(slot, value(value), dots);
      }
      case Operation.OpenReplica _,
          Operation.FoundWorkspace _,
          Operation.AdmitMember _,
          Operation.Unknown _ ->
          operation;
    };
  }

  private Value value(Value value) {
    return switch (value) {
      case Value.Position(var origin) ->
          new Value.Position(new Origin(origin.parent().map(this::renamed), origin.side()));
      case Value.Bool _, Value.Number _, Value.Text _, Value.Json _, Value.Move _, Value.Absent _ ->
          value;
    };
  }

  /// What means nothing, which only a position may, stays as it is.
  private Dot renamed(Dot dot) {
    return meaning(dot).orElse(dot);
  }
}
