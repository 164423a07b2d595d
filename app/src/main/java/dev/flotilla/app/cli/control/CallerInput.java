package dev.flotilla.app.cli.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The standard input of the caller's process, asked for piece by piece: a command that reads
/// nothing costs nothing, and a question on a terminal gets one line.
final class CallerInput extends InputStream {
  private final DataInputStream from;
  private final DataOutputStream to;
  private byte[] chunk = new byte[0];
  private int position;
  private boolean ended;

  CallerInput(DataInputStream from, DataOutputStream to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (position == chunk.length && !ended) {
      fetch();
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, into, offset, count);
    position += count;
    return count;
  }

  private void fetch() throws IOException {
    synchronized (to) {
      ControlFrames.write(to, ControlFrames.WANT_INPUT, new byte[0]);
    }
    if (from.readByte() != ControlFrames.INPUT) {
      throw new ControlException("The caller sent something else than its input.");
    }
    chunk = ControlFrames.payload(from, ControlLimits.CHUNK_BYTES_MAX);
    position = 0;
    ended = chunk.length == 0;
  }
}
