package dev.flotilla.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.net.Compression;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static final int LZ4 = 1;

  @Test
  void smallPayloadsTravelPlain() {
    var frame = FrameCodec.encode(changes(new byte[800]));

    assertThat(frame[5]).isZero();
  }

  @Test
  void largePayloadsAreCompressedIfThatPays() {
    var compressible = FrameCodec.encode(changes(new byte[4000]));
    var random = new byte[4000];
    new Random(1).nextBytes(random);
    var incompressible = FrameCodec.encode(changes(random));

    assertThat(compressible[5]).isEqualTo((byte) LZ4);
    assertThat(compressible.length).isLessThan(200);
    assertThat(incompressible[5]).isZero();
  }

  @Test
  void nothingIsCompressedWhereSettingsSaySo() throws Exception {
    var frame = FrameCodec.encode(changes(new byte[4000]), Compression.NONE);

    assertThat(frame[5]).isZero();
    assertThat(FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES))
        .isEqualTo(changes(new byte[4000]));
  }

  @Test
  void aFrameThatIsTooLongIsRefusedBeforeItsPayloadIsRead() {
    var header = header(WireLimits.MAX_PAYLOAD_BYTES + 1, MessageCodec.CHANGES, 0);
    var in = new ByteArrayInputStream(header);

    assertThatThrownBy(() -> FrameCodec.read(in, WireLimits.MAX_PAYLOAD_BYTES))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("1048577 bytes");
  }

  @Test
  void aStrangerMaySendLittle() {
    var frame = FrameCodec.encode(changes(randomBytes(5000)));

    assertThatThrownBy(() ->
            FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_STRANGER_PAYLOAD_BYTES))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void lengthsBeyondTwoGigabytesAreNotNegative() {
    var in = new ByteArrayInputStream(header(0xffff_ffff, MessageCodec.PING, 0));

    assertThatThrownBy(() -> FrameCodec.read(in, WireLimits.MAX_PAYLOAD_BYTES))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("4294967295");
  }

  /// There is one form of every number, and no message ends before its end.
  @Test
  void varintOverlongAndTruncation() {
    assertThatThrownBy(() -> read(MessageCodec.HEADS, 0, new byte[] {(byte) 0x80, 0}))
        .isInstanceOf(ProtocolException.class);
    var endless = new byte[11];
    Arrays.fill(endless, (byte) 0xff);
    assertThatThrownBy(() -> read(MessageCodec.HEADS, 0, endless))
        .isInstanceOf(ProtocolException.class);
    for (var message : Messages.all().values()) {
      if (message instanceof Message.PackedChanges || message instanceof Message.SnapshotChunk) {
        continue; // they end in bytes that others read, and those find out
      }
      var payload = MessageCodec.encode(message);
      for (var length = 0; length < payload.length; length++) {
        var cut = Arrays.copyOf(payload, length);
        assertThatThrownBy(() -> read(MessageCodec.typeOf(message), 0, cut))
            .as("%s of %d bytes", message, length)
            .isInstanceOf(ProtocolException.class);
      }
    }
  }

  @Test
  void decompressionBombRejectedBeforeAllocation() {
    var payload = ByteBuffer.allocate(20).putInt(0x7fff_ffff).array();

    assertThatThrownBy(() -> read(MessageCodec.CHANGES, LZ4, payload))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("2147483647");
  }

  @Test
  void aWrongPlainLengthIsRefused() {
    var frame = FrameCodec.encode(changes(new byte[4000]));
    var payload = Arrays.copyOfRange(frame, FrameHeader.BYTES, frame.length);
    var announced = ByteBuffer.wrap(payload).getInt();
    for (var wrong : new int[] {0, 1, announced - 1, announced + 1, announced + 1000}) {
      var forged = payload.clone();
      ByteBuffer.wrap(forged).putInt(wrong);

      assertThatThrownBy(() -> read(MessageCodec.CHANGES, LZ4, forged))
          .as("announced %d", wrong)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void unknownTypesAndFlagsAreRefused() {
    assertThatThrownBy(() -> read(0, 0, new byte[0])).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> read(11, 0, new byte[0])).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> read(MessageCodec.PING, 2, new byte[4]))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void trailingBytesAreRefused() {
    assertThatThrownBy(() -> read(MessageCodec.PING, 0, new byte[5]))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void overlongNumbersAreRefused() {
    // A list of heads whose count 0 is written with two bytes.
    assertThatThrownBy(() -> read(MessageCodec.HEADS, 0, new byte[] {(byte) 0x80, 0}))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void headsOutOfOrderAreRefused() {
    var entry = new byte[16 + 1 + 1 + 16];
    entry[16] = 1;
    entry[17] = 1;
    var payload = ByteBuffer.allocate(1 + 2 * entry.length).put((byte) 2).put(entry).put(entry);

    assertThatThrownBy(() -> read(MessageCodec.HEADS, 0, payload.array()))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("order");
  }

  @Test
  void textThatCouldFoolATerminalIsRefused() {
    var payload = new byte[] {2, 3, 'a', 0x1b, 'b'};

    assertThatThrownBy(() -> read(MessageCodec.CLOSE, 0, payload))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void whatANewerProgramAppendsToHelloIsIgnored() throws Exception {
    var hello = Messages.all().get("v1/hello");
    var plain = FrameCodec.encode(hello);
    var payload = Arrays.copyOfRange(plain, FrameHeader.BYTES, plain.length + 3);
    payload[payload.length - 4] = 3;

    assertThat(read(MessageCodec.HELLO, 0, payload)).isEqualTo(hello);
  }

  @Test
  void aStreamThatEndsWithinAFrameIsNoProtocolError() {
    var frame = FrameCodec.encode(new Message.Ping(1));
    for (var length = 0; length < frame.length; length++) {
      var part = new ByteArrayInputStream(frame, 0, length);

      assertThatThrownBy(() -> FrameCodec.read(part, WireLimits.MAX_PAYLOAD_BYTES))
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aLyingLengthDoesNotAllocateWhatItClaims() {
    var requested = new int[1];
    var header = header(WireLimits.MAX_PAYLOAD_BYTES, MessageCodec.CHANGES, 0);
    var in =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return at < header.length ? header[at++] & 0xff : -1;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            requested[0] = Math.max(requested[0], into.length);
            if (at == header.length) {
              return -1;
            }
            into[offset] = (byte) read();
            return 1;
          }
        };

    assertThatThrownBy(() -> FrameCodec.read(in, WireLimits.MAX_PAYLOAD_BYTES))
        .isInstanceOf(EOFException.class);
    assertThat(requested[0]).isLessThan(64 * 1024);
  }

  private static Message read(int type, int flags, byte[] payload) throws Exception {
    var frame = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
    frame.put(header(payload.length, type, flags)).put(payload);
    return FrameCodec.read(new ByteArrayInputStream(frame.array()), WireLimits.MAX_PAYLOAD_BYTES);
  }

  private static byte[] header(int length, int type, int flags) {
    return ByteBuffer.allocate(FrameHeader.BYTES)
        .putInt(length)
        .put((byte) type)
        .put((byte) flags)
        .array();
  }

  private static Message changes(byte[] raw) {
    return new Message.Changes(List.of(raw));
  }

  private static byte[] randomBytes(int length) {
    var bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }
}
