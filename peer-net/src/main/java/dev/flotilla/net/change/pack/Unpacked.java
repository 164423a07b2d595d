package dev.flotilla.net.change.pack;

import java.util.List;

/// What packed changes turned out to be.
public sealed interface Unpacked {
  /// The changes as they were signed, if the logs of both sides have the same beginning: the
  /// signatures tell.
  record Restored(List<byte[]> raw) implements Unpacked {
    public Restored {
      raw = List.copyOf(raw);
    }
  }

  /// The log here does not have a change that the sender took for known. They have to come whole.
  record Lacking(String reason) implements Unpacked {}

  /// Not packed changes.
  record Malformed(String reason) implements Unpacked {}
}
