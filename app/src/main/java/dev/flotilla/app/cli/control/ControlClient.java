package dev.flotilla.app.cli.control;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Hands a command line to the process that holds the home. Every call of the command line passes
/// here first, so this class and all it touches stay small: no lambda, no string switch, no
/// library.
public final class ControlClient {
  /// What [#call] returns when no process answers on the home's socket.
  public static final int NOBODY = -1;

  private static final int REFUSED = 1;

  private ControlClient() {}

  /// Runs the command in the process that holds the home and returns its exit code, or [#NOBODY].
  /// Blocks until the command is done.
  public static int call(Path home, Invocation invocation) {
    Path socket = ControlSocket.of(home);
    if (!Files.exists(socket)) {
      return NOBODY;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
      } catch (IOException e) {
        // Left behind by a process that died: whoever opens the home next removes it.
        return NOBODY;
      }
      return converse(channel, invocation);
    } catch (ControlException e) {
      return complain(invocation.err(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return complain(
          invocation.err(),
          "The Flotilla that holds this home stopped before it answered; run the command again.");
    }
  }

  private static int converse(SocketChannel channel, Invocation invocation) throws IOException {
    DataInputStream from = new DataInputStream(Channels.newInputStream(channel));
    DataOutputStream to =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    ControlRequest request =
        new ControlRequest(
            invocation.arguments(), invocation.directory().toString(), invocation.screen());
    byte[] encoded = request.encode();
    if (encoded.length > ControlLimits.REQUEST_BYTES_MAX) {
      throw new ControlException("The command line is too long; read the value from a file.");
    }
    ControlFrames.write(to, ControlFrames.REQUEST, encoded);
    while (true) {
      int type = from.read();
      if (type < 0) {
        throw new EOFException();
      }
      byte[] payload = ControlFrames.payload(from, ControlLimits.CHUNK_BYTES_MAX);
      if (type == ControlFrames.OUT) {
        pass(payload, invocation.out());
      } else if (type == ControlFrames.ERR) {
        pass(payload, invocation.err());
      } else if (type == ControlFrames.WANT_INPUT) {
        answer(invocation.in(), to);
      } else if (type == ControlFrames.EXIT && payload.length == 1) {
        return payload[0] & 0xff;
      } else {
        throw new ControlException("The Flotilla that holds this home speaks another language.");
      }
    }
  }

  private static void pass(byte[] chunk, OutputStream to) throws IOException {
    to.write(chunk);
    to.flush();
  }

  private static void answer(InputStream in, DataOutputStream to) throws IOException {
    byte[] chunk = new byte[ControlLimits.CHUNK_BYTES_MAX];
    int length = in.read(chunk);
    ControlFrames.write(to, ControlFrames.INPUT, chunk, 0, Math.max(0, length));
  }

  private static int complain(OutputStream err, String sentence) {
    try {
      err.write(sentence.concat(System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // Nobody listens; the exit code still tells.
      return REFUSED;
    }
    return REFUSED;
  }
}
