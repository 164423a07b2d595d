package dev.flotilla.net.session;

import dev.flotilla.net.change.Heads;
import java.util.List;

/// Consecutive changes from the log, ready to be sent.
///
/// @param raw the changes as they were signed, in causal order; empty if the peer lacks nothing
/// @param after the peer's heads once it has these changes
public record ChangeBatch(List<byte[]> raw, Heads after) {
  public ChangeBatch {
    raw = List.copyOf(raw);
  }

  /// Nothing to send to a peer with `theirs`.
  public static ChangeBatch nothingFor(Heads theirs) {
    return new ChangeBatch(List.of(), theirs);
  }

  public boolean isEmpty() {
    return raw.isEmpty();
  }
}
