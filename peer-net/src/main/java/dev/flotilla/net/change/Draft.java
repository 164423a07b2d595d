package dev.flotilla.net.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Operation;
import java.util.List;

/// A change that is not signed yet.
///
/// @param seq its place in the author's chain, from 1
/// @param first the counter of its first operation
/// @param previous the hash of the change before it in the chain, [ChangeHash#NONE] for the first
/// @param message what the author says about it; may be empty
/// @param operations at least one
public record Draft(
    ReplicaId author,
    long seq,
    long first,
    ChangeHash previous,
    Dependencies dependencies,
    HybridTimestamp at,
    String message,
    List<Operation> operations) {
  public Draft {
    operations = List.copyOf(operations);
    if (seq < 1 || first < seq || first > ChangeLimits.GREATEST_COUNTER) {
      throw new IllegalArgumentException("no place in a chain: change " + seq + ", first " + first);
    }
    if (operations.isEmpty() || operations.size() > ChangeLimits.OPERATIONS) {
      throw new IllegalArgumentException(operations.size() + " operations");
    }
    if (message.getBytes(UTF_8).length > ChangeLimits.MESSAGE_BYTES) {
      throw new IllegalArgumentException("a message longer than " + ChangeLimits.MESSAGE_BYTES);
    }
    if (dependencies.counters().containsKey(author)) {
      throw new IllegalArgumentException("a change does not depend on its own author");
    }
    if ((seq == 1) != previous.equals(ChangeHash.NONE) || (seq == 1) != (first == 1)) {
      throw new IllegalArgumentException("only the first change begins a chain");
    }
  }
}
