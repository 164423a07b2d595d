package dev.flotilla.net.store;

import dev.flotilla.net.change.Heads;
import java.util.List;

/// Changes from the log, in causal order.
///
/// @param after the heads of a replica once it has them too
public record LogSlice(List<byte[]> raw, Heads after) {
  public LogSlice {
    raw = List.copyOf(raw);
  }
}
