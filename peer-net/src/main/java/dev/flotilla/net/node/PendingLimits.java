package dev.flotilla.net.node;

import dev.flotilla.net.Settings;

/// How much may wait for changes that it depends on, in memory.
///
/// @param changes of all peers
/// @param changesPerPeer of one peer, so that one cannot keep the others' out
/// @param bytes of all peers
/// @param bytesPerPeer of one peer
record PendingLimits(int changes, int changesPerPeer, long bytes, long bytesPerPeer) {
  private static final int CHANGES = 4096;
  private static final int PART_OF_MEMORY = 12;
  private static final int PART_OF_A_PEER = 4;

  /// A twelfth of the memory; 32 MiB by default.
  static PendingLimits of(Settings settings) {
    var bytes = settings.memoryLimitBytes() / PART_OF_MEMORY;
    return new PendingLimits(CHANGES, CHANGES / PART_OF_A_PEER, bytes, bytes / PART_OF_A_PEER);
  }
}
