package dev.flotilla.net.node;

import java.util.Optional;

/// Where a snapshot that is on its way is kept, so that who starts again goes on where it stopped,
/// and shows what was whole already. Not thread-safe.
interface SnapshotShelf {
  /// Keeps nothing.
  SnapshotShelf NONE =
      new SnapshotShelf() {
        @Override
        public Optional<IncomingSnapshot> read() {
          return Optional.empty();
        }

        @Override
        public void begin(IncomingSnapshot fresh) {}

        @Override
        public void append(byte[] chunk) {}

        @Override
        public void clear() {}
      };

  /// What was kept, as far as it fits its hashes.
  Optional<IncomingSnapshot> read();

  /// From now on this one is kept, and no other.
  void begin(IncomingSnapshot fresh);

  /// The next chunk of it.
  void append(byte[] chunk);

  /// Keeps nothing any more.
  void clear();
}
