package dev.flotilla.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged frames end in the protocol error or in the end of the stream, and cost no more memory
/// than the limits say.
class DecoderFuzzTest {
  private static final int ROUNDS = 20_000;

  /// A frame as it travels, its plain form, and the objects made of it.
  private static final long MAX_ALLOCATED_BYTES = 8L * WireLimits.MAX_PAYLOAD_BYTES;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<byte[]> frames =
      Messages.all().values().stream().map(FrameCodec::encode).toList();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damagedFramesNeverDoAnythingElse(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < ROUNDS; round++) {
      var frame = damage(frames.get(random.nextInt(frames.size())), random);
      var before = threads.getCurrentThreadAllocatedBytes();

      decode(frame);

      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("allocated for %s", HexFormat.of().formatHex(frame))
          .isLessThan(MAX_ALLOCATED_BYTES);
    }
  }

  /// What is read without complaint is written as it was: there is one form of every message.
  private static void decode(byte[] frame) {
    try {
      var message = FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES);
      if (frame[5] == 0 && !(message instanceof Message.Hello) && !isUnknownReason(message)) {
        var length = FrameHeader.BYTES + MessageCodec.encode(message).length;
        assertThat(Arrays.copyOf(frame, length)).endsWith(MessageCodec.encode(message));
      }
    } catch (ProtocolException | EOFException _) {
      // As it should be.
    } catch (IOException | RuntimeException e) {
      fail("frame " + HexFormat.of().formatHex(frame), e);
    }
  }

  private static boolean isUnknownReason(Message message) {
    return message instanceof Message.Close close && close.reason() == CloseReason.OTHER;
  }

  private byte[] damage(byte[] frame, RandomGenerator random) {
    var damaged = frame.clone();
    for (var cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
      damaged =
          switch (random.nextInt(6)) {
            case 0 -> flip(damaged, random);
            case 1 -> set(damaged, random);
            case 2 -> Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            case 3 -> Arrays.copyOf(damaged, damaged.length + random.nextInt(64));
            case 4 -> splice(damaged, frames.get(random.nextInt(frames.size())), random);
            default -> fixLength(damaged);
          };
    }
    return random.nextBoolean() ? fixLength(damaged) : damaged;
  }

  private static byte[] flip(byte[] frame, RandomGenerator random) {
    var copy = frame.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] set(byte[] frame, RandomGenerator random) {
    var copy = frame.clone();
    if (copy.length > 0) {
      var values = new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};
      copy[random.nextInt(copy.length)] = values[random.nextInt(values.length)];
    }
    return copy;
  }

  private static byte[] splice(byte[] one, byte[] other, RandomGenerator random) {
    var cut = random.nextInt(one.length + 1);
    var from = random.nextInt(other.length + 1);
    var spliced = new ArrayList<Byte>();
    for (var i = 0; i < cut; i++) {
      spliced.add(one[i]);
    }
    for (var i = from; i < other.length; i++) {
      spliced.add(other[i]);
    }
    var bytes = new byte[spliced.size()];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = spliced.get(i);
    }
    return bytes;
  }

  /// Lets the damage reach the decoder behind the header.
  private static byte[] fixLength(byte[] frame) {
    if (frame.length < FrameHeader.BYTES) {
      return frame;
    }
    var copy = frame.clone();
    new FrameHeader(copy.length - FrameHeader.BYTES, copy[4] & 0xff, copy[5] == 1).writeTo(copy);
    return copy;
  }
}
