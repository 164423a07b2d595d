package dev.flotilla.testkit.bytes;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Shows bytes to a decoder and looks whether it keeps its promises.
public final class Trial {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Classes that are loaded on the way, and perhaps instrumented, are paid for once.
  private static final int TIMES = 3;

  private static final long SEED = Long.getLong("flotilla.fuzz.seed", 1);

  private final Decoder decoder;

  public Trial(Decoder decoder) {
    this.decoder = decoder;
  }

  /// What the decoder answers to inputs and to damaged forms of them, the same each time. More of
  /// these with `-Dflotilla.fuzz.rounds=N`, others with `-Dflotilla.fuzz.seed=N`.
  ///
  /// @param rounds how many damaged forms, if the property does not say
  /// @param bytesMax no damaged form is longer
  /// @throws AssertionError as [#answer] does
  public Set<String> answers(List<byte[]> inputs, int rounds, int bytesMax) {
    var answers = new HashSet<String>();
    for (var input : inputs) {
      answers.add(answer(input));
    }
    var damage = new Damage(SEED, bytesMax);
    var all = Integer.getInteger("flotilla.fuzz.rounds", rounds);
    for (var round = 0; round < all; round++) {
      answers.add(answer(damage.of(inputs)));
    }
    return answers;
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
