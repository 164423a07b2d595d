package dev.flotilla.net.wire;

import dev.flotilla.net.Compression;
import dev.flotilla.net.metrics.Meter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/// Messages as frames: a [FrameHeader] and a payload, compressed with LZ4 where that pays.
///
/// Only LZ4's bounds-checked pure Java code is used, into a fresh buffer of exactly the announced
/// size: earlier versions of such libraries read beyond their input (CVE-2025-12183) or gave away
/// old buffer contents (CVE-2025-66566).
public final class FrameCodec {
  private static final int PLAIN_LENGTH_BYTES = 4;
  private static final LZ4Compressor COMPRESSOR = LZ4Factory.safeInstance().fastCompressor();
  private static final LZ4SafeDecompressor DECOMPRESSOR =
      LZ4Factory.safeInstance().safeDecompressor();

  private FrameCodec() {}

  /// The whole frame, compressed where that pays.
  ///
  /// @throws IllegalArgumentException if the message is larger than any peer would accept
  public static byte[] encode(Message message) {
    return encode(message, Compression.LZ4);
  }

  /// The whole frame.
  ///
  /// @param compression what to do with payloads that are large enough
  /// @throws IllegalArgumentException if the message is larger than any peer would accept
  public static byte[] encode(Message message, Compression compression) {
    return encode(message, compression, Meter.NONE);
  }

  /// The whole frame, and tells `meter` of it.
  public static byte[] encode(Message message, Compression compression, Meter meter) {
    var plain = MessageCodec.encode(message);
    var frame = frame(MessageCodec.typeOf(message), plain, compression);
    meter.sent(kindOf(message), frame.length, plainBytes(message, plain));
    return frame;
  }

  private static byte[] frame(int type, byte[] plain, Compression compression) {
    if (plain.length > WireLimits.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("a message of " + plain.length + " bytes");
    }
    if (compression == Compression.NONE || plain.length < WireLimits.COMPRESS_FROM_BYTES) {
      return plainFrame(type, plain);
    }
    var block = COMPRESSOR.compress(plain);
    var saved = plain.length - block.length - PLAIN_LENGTH_BYTES;
    if (saved < plain.length / WireLimits.COMPRESS_MIN_SAVING) {
      return plainFrame(type, plain);
    }
    return compressedFrame(type, plain.length, block);
  }

  /// Reads one frame; blocks.
  ///
  /// @param maxPayloadBytes what the sender may send now
  /// @throws EOFException if the stream ends, also in the middle of a frame
  /// @throws ProtocolException if the bytes break the protocol
  public static Message read(InputStream in, int maxPayloadBytes)
      throws IOException, ProtocolException {
    return read(in, maxPayloadBytes, Meter.NONE);
  }

  /// Reads one frame and tells `meter` of it; blocks.
  ///
  /// @param maxPayloadBytes what the sender may send now
  /// @throws EOFException if the stream ends, also in the middle of a frame
  /// @throws ProtocolException if the bytes break the protocol
  public static Message read(InputStream in, int maxPayloadBytes, Meter meter)
      throws IOException, ProtocolException {
    var header = FrameHeader.parse(readFully(in, FrameHeader.BYTES), maxPayloadBytes);
    var payload = readFully(in, header.length());
    var plain = header.compressed() ? decompress(payload, maxPayloadBytes) : payload;
    var message = MessageCodec.decode(header.type(), plain);
    meter.received(kindOf(message), FrameHeader.BYTES + payload.length, plainBytes(message, plain));
    return message;
  }

  /// Tells `meter` of a message that was read before anybody knew whose meter counts it.
  ///
  /// @param message a small one, which no peer compresses
  public static void countReceived(Message message, Meter meter) {
    var plain = MessageCodec.encode(message);
    var bytes = plainBytes(message, plain);
    meter.received(kindOf(message), bytes, bytes);
  }

  /// Decodes a payload.
  static Message decode(FrameHeader header, byte[] payload, int maxPayloadBytes)
      throws ProtocolException {
    var plain = header.compressed() ? decompress(payload, maxPayloadBytes) : payload;
    return MessageCodec.decode(header.type(), plain);
  }

  /// What a frame would take without compression and packing.
  private static int plainBytes(Message message, byte[] plain) {
    return FrameHeader.BYTES
        + (message instanceof Message.PackedChanges packed ? packed.rawBytes() : plain.length);
  }

  /// What a message is called in metrics, such as `Changes`.
  private static String kindOf(Message message) {
    return message.getClass().getSimpleName();
  }

  private static byte[] plainFrame(int type, byte[] plain) {
    var frame = new byte[FrameHeader.BYTES + plain.length];
    new FrameHeader(plain.length, type, false).writeTo(frame);
    System.arraycopy(plain, 0, frame, FrameHeader.BYTES, plain.length);
    return frame;
  }

  private static byte[] compressedFrame(int type, int plainLength, byte[] block) {
    var length = PLAIN_LENGTH_BYTES + block.length;
    var frame = new byte[FrameHeader.BYTES + length];
    new FrameHeader(length, type, true).writeTo(frame);
    ByteBuffer.wrap(frame, FrameHeader.BYTES, length).putInt(plainLength).put(block);
    return frame;
  }

  private static byte[] decompress(byte[] payload, int maxPayloadBytes) throws ProtocolException {
    if (payload.length < PLAIN_LENGTH_BYTES) {
      throw new ProtocolException("a compressed frame without its plain length");
    }
    var plainLength = Integer.toUnsignedLong(ByteBuffer.wrap(payload).getInt());
    if (plainLength > maxPayloadBytes) {
      throw new ProtocolException("a frame that decompresses to " + plainLength + " bytes");
    }
    var plain = new byte[(int) plainLength];
    try {
      var written =
          DECOMPRESSOR.decompress(
              payload, PLAIN_LENGTH_BYTES, payload.length - PLAIN_LENGTH_BYTES, plain, 0);
      if (written != plain.length) {
        throw new ProtocolException("a compressed frame with a wrong plain length");
      }
      return plain;
    } catch (LZ4Exception e) {
      throw new ProtocolException("a damaged compressed frame");
    }
  }

  private static byte[] readFully(InputStream in, int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the peer hung up");
    }
    return bytes;
  }
}
