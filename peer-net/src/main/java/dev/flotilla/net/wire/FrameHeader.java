package dev.flotilla.net.wire;

import java.nio.ByteBuffer;

/// The six bytes in front of a payload: length u32, type u8, flags u8, big-endian.
///
/// @param length of the payload as it travels
/// @param type of the message
/// @param compressed whether the payload is its plain length (u32) and an LZ4 block
public record FrameHeader(int length, int type, boolean compressed) {
  /// Length of a header.
  public static final int BYTES = 6;

  static final int LZ4_FLAG = 1;

  /// Reads a header before anything is allocated for its payload.
  ///
  /// @param header six bytes
  /// @param maxPayloadBytes what the sender may send now
  public static FrameHeader parse(byte[] header, int maxPayloadBytes) throws ProtocolException {
    var length = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt());
    if (length > maxPayloadBytes) {
      throw new ProtocolException(
          "a frame of " + length + " bytes, where " + maxPayloadBytes + " are allowed");
    }
    var flags = header[5] & 0xff;
    if ((flags & ~LZ4_FLAG) != 0) {
      throw new ProtocolException("unknown frame flags " + flags);
    }
    return new FrameHeader((int) length, header[4] & 0xff, flags == LZ4_FLAG);
  }

  void writeTo(byte[] frame) {
    ByteBuffer.wrap(frame).putInt(length).put((byte) type).put((byte) (compressed ? LZ4_FLAG : 0));
  }
}
