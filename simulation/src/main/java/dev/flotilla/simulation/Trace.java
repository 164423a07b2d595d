package dev.flotilla.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32C;

/// What happened, as one number that is the same for the same run, and the last of it as text.
final class Trace {
  private static final int KEPT = 60;
  private static final long PRIME = 0x0000_0100_0000_01B3L;

  private final Timeline time;
  private final Deque<String> last = new ArrayDeque<>();
  private long hash = 0xCBF2_9CE4_8422_2325L;

  Trace(Timeline time) {
    this.time = time;
  }

  /// Something worth telling a person.
  void tell(String what) {
    add(what.hashCode());
    last.add("%,14d µs  %s".formatted(time.now(), what));
    if (last.size() > KEPT) {
      last.remove();
    }
  }

  /// Bytes that went somewhere.
  void frame(int from, int to, byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    add(((long) from << 48) ^ ((long) to << 32) ^ crc.getValue());
  }

  private void add(long value) {
    hash = (hash ^ value) * PRIME;
    hash = (hash ^ time.now()) * PRIME;
    hash ^= hash >>> 29;
  }

  long hash() {
    return hash;
  }

  String lines() {
    return String.join("\n", last);
  }
}
