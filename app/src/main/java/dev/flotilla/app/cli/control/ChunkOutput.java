package dev.flotilla.app.cli.control;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Sends what is written as OUT or ERR frames. The two kinds share one connection, so every frame
/// is written as a whole.
final class ChunkOutput extends OutputStream {
  private final DataOutputStream to;
  private final byte type;

  ChunkOutput(DataOutputStream to, byte type) {
    this.to = to;
    this.type = type;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    synchronized (to) {
      int sent = 0;
      while (sent < length) {
        int next = Math.min(length - sent, ControlLimits.CHUNK_BYTES_MAX);
        ControlFrames.write(to, type, bytes, offset + sent, next);
        sent += next;
      }
    }
  }
}
