package dev.flotilla.app.cli.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The payload of a REQUEST: version u8, interactive u8, columns u16, directory, count u16,
/// arguments; each text as length u32 and UTF-8.
record ControlRequest(List<String> arguments, String directory, Screen screen) {
  ControlRequest {
    arguments = List.copyOf(arguments);
  }

  byte[] encode() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var to = new DataOutputStream(bytes);
    to.writeByte(ControlFrames.VERSION);
    to.writeBoolean(screen.interactive());
    to.writeShort(Math.min(screen.columns(), 0xffff));
    text(to, directory);
    to.writeShort(arguments.size());
    for (String argument : arguments) {
      text(to, argument);
    }
    return bytes.toByteArray();
  }

  static ControlRequest decode(byte[] payload) throws IOException {
    var from = new DataInputStream(new ByteArrayInputStream(payload));
    if (from.readUnsignedByte() != ControlFrames.VERSION) {
      throw new ControlException(
          "The Flotilla that holds this home is of another version; restart it.");
    }
    boolean interactive = from.readBoolean();
    int columns = Math.max(1, from.readUnsignedShort());
    String directory = text(from);
    if (!isAbsolute(directory)) {
      throw new ControlException("A request on the control socket names no folder to work in.");
    }
    int count = from.readUnsignedShort();
    if (count > ControlLimits.ARGUMENTS_MAX) {
      throw new ControlException("Too many arguments: " + count + ".");
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(text(from));
    }
    if (from.available() > 0) {
      throw new ControlException("A request on the control socket has trailing bytes.");
    }
    return new ControlRequest(arguments, directory, new Screen(interactive, columns));
  }

  private static boolean isAbsolute(String directory) {
    try {
      return Path.of(directory).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void text(DataOutputStream to, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  private static String text(DataInputStream from) throws IOException {
    int length = from.readInt();
    if (length < 0 || length > from.available()) {
      throw new ControlException("A request on the control socket is cut off.");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(from.readNBytes(length)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ControlException("A request on the control socket is not UTF-8.");
    }
  }
}
