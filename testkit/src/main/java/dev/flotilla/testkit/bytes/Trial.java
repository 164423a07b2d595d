package dev.flotilla.testkit.bytes;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;

/// Shows bytes to a decoder and looks whether it keeps its promises.
public final class Trial {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Classes that are loaded on the way, and perhaps instrumented, are paid for once.
  private static final int TIMES = 3;

  private final Decoder decoder;

  public Trial(Decoder decoder) {
    this.decoder = decoder;
  }

  /// What the decoder answers.
  ///
  /// @throws AssertionError if it throws, or allocates more than it may; the message has the bytes
  public String answer(byte[] bytes) {
    var times = 0;
    while (true) {
      var before = THREADS.getCurrentThreadAllocatedBytes();
      var answer = unchecked(bytes);
      var allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (allocated <= decoder.allocatedBytesMax()) {
        return answer;
      }
      if (++times == TIMES) {
        throw new AssertionError(
            "%s allocates %d bytes for %s".formatted(decoder.name(), allocated, hex(bytes)));
      }
    }
  }

  private String unchecked(byte[] bytes) {
    try {
      return decoder.answer(bytes);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("%s fails for %s".formatted(decoder.name(), hex(bytes)), e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
