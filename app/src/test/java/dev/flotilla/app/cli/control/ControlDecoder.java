package dev.flotilla.app.cli.control;

import dev.flotilla.testkit.bytes.Decoder;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/// Whoever reads what comes through the control socket.
enum ControlDecoder implements Decoder {
  FRAME {
    @Override
    public String answer(byte[] bytes) throws IOException {
      var in = new DataInputStream(new ByteArrayInputStream(bytes));
      try {
        var frames = 0;
        while (in.available() > 0) {
          in.readByte();
          ControlFrames.payload(in, ControlLimits.CHUNK_BYTES_MAX);
          frames++;
        }
        return frames + " frames";
      } catch (ControlException | EOFException e) {
        return String.valueOf(e.getMessage());
      }
    }
  },
  /// What is read without complaint can be run, and is written as it reads.
  REQUEST {
    @Override
    public String answer(byte[] bytes) throws IOException {
      try {
        var request = ControlRequest.decode(bytes);
        var again = ControlRequest.decode(request.encode());
        if (!again.equals(request)) {
          throw new AssertionError("another request: " + again);
        }
        var invocation =
            new Invocation(
                request.arguments(),
                Path.of(request.directory()),
                request.screen(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        return invocation.arguments().size() + " arguments";
      } catch (ControlException | EOFException e) {
        return String.valueOf(e.getMessage());
      }
    }
  };

  @Override
  public long allocatedBytesMax() {
    return 8L * ControlLimits.REQUEST_BYTES_MAX;
  }

  /// A request of a shell, for others to be made of.
  static byte[] sample() throws IOException {
    return new ControlRequest(
            Arrays.asList("flag", "set", "größe"), "/home/ann", new Screen(true, 80))
        .encode();
  }
}
