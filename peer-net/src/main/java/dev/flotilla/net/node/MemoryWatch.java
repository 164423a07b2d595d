package dev.flotilla.net.node;

import dev.flotilla.net.Settings;
import dev.flotilla.net.metrics.Memory;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Whether the program holds more in memory than `memory.limit` allows. Nothing is thrown away for
/// it: what is held is the workspaces.
///
/// @param limitBytes what the setting says
/// @param live bytes that the last collection of garbage left
record MemoryWatch(long limitBytes, LongSupplier live) {
  private static final int MEBIBYTE = 1 << 20;

  static MemoryWatch of(Settings settings) {
    return new MemoryWatch(settings.memoryLimitBytes(), Memory::liveBytes);
  }

  /// One sentence, always the same for one limit; empty while there is nothing to say.
  Optional<String> complaint() {
    return live.getAsLong() <= limitBytes
        ? Optional.empty()
        : Optional.of(
            "The workspaces on this machine take more memory than memory.limit allows (%d MiB). Everything works; raise memory.limit in settings.properties if the machine has room, or move flags that nobody uses to another workspace."
                .formatted(limitBytes / MEBIBYTE));
  }
}
