package dev.flotilla.app.cli.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// The frames of the control socket: type u8, length u32, payload.
///
/// The caller sends one REQUEST and then INPUT whenever it is asked; the other side sends OUT, ERR
/// and WANT_INPUT in any number and EXIT as the last one. An empty INPUT is the end of the input.
final class ControlFrames {
  static final byte REQUEST = 1;
  static final byte OUT = 2;
  static final byte ERR = 3;
  static final byte WANT_INPUT = 4;
  static final byte INPUT = 5;
  static final byte EXIT = 6;

  /// Raised whenever a REQUEST changes its shape.
  static final int VERSION = 1;

  private ControlFrames() {}

  static void write(DataOutputStream to, byte type, byte[] bytes, int offset, int length)
      throws IOException {
    to.writeByte(type);
    to.writeInt(length);
    to.write(bytes, offset, length);
    to.flush();
  }

  static void write(DataOutputStream to, byte type, byte[] bytes) throws IOException {
    write(to, type, bytes, 0, bytes.length);
  }

  /// Reads the length and the payload that follow a type.
  ///
  /// @throws ControlException if the frame is longer than `bytesMax`
  static byte[] payload(DataInputStream from, int bytesMax) throws IOException {
    int length = from.readInt();
    if (length < 0 || length > bytesMax) {
      throw new ControlException(
          "A frame on the control socket is too long: ".concat(size(length)));
    }
    byte[] bytes = from.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String size(int length) {
    return Integer.toUnsignedString(length).concat(" bytes.");
  }
}
