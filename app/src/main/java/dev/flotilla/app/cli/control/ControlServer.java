package dev.flotilla.app.cli.control;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Serves the command line on the home's control socket, for the process that holds the home.
///
/// The socket lies in a folder of the owner alone and is itself the owner's alone. A virtual thread
/// accepts; one more for each call. Closing ends running calls without an answer.
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ControlServer.class.getName());
  private static final int REFUSED = 1;

  private final Path socket;
  private final ServerSocketChannel listener;
  private final CommandHandler handler;
  private final Semaphore calls = new Semaphore(ControlLimits.CALLS_MAX);
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private ControlServer(Path socket, ServerSocketChannel listener, CommandHandler handler) {
    this.socket = socket;
    this.listener = listener;
    this.handler = handler;
  }

  /// Starts to serve. The caller must hold the home: a socket that is already there was left behind
  /// by a process that died, and is removed.
  public static ControlServer start(Path home, CommandHandler handler) throws IOException {
    Path socket = ControlSocket.prepare(home);
    Files.deleteIfExists(socket);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    boolean started = false;
    try {
      listener.bind(UnixDomainSocketAddress.of(socket));
      ControlSocket.restrict(socket);
      var server = new ControlServer(socket, listener, handler);
      Thread.ofVirtual().name("control-accept").start(server::accept);
      started = true;
      return server;
    } finally {
      if (!started) {
        listener.close();
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        calls.acquire();
        SocketChannel channel = listener.accept();
        open.add(channel);
        Thread.ofVirtual().name("control-call").start(() -> serve(channel));
      }
    } catch (ClosedChannelException e) {
      LOG.log(Level.DEBUG, "control socket closed");
    } catch (IOException e) {
      LOG.log(Level.ERROR, "the control socket " + socket + " fails; restart to use it again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      converse(channel);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a caller of the control socket went away", e);
    } finally {
      open.remove(channel);
      calls.release();
    }
  }

  private void converse(SocketChannel channel) throws IOException {
    var from = new DataInputStream(Channels.newInputStream(channel));
    var to = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    int exit;
    try {
      if (from.readByte() != ControlFrames.REQUEST) {
        throw new ControlException("The first frame on the control socket is no request.");
      }
      var request =
          ControlRequest.decode(ControlFrames.payload(from, ControlLimits.REQUEST_BYTES_MAX));
      exit = run(request, from, to);
    } catch (ControlException e) {
      String sentence = e.getMessage() + System.lineSeparator();
      ControlFrames.write(to, ControlFrames.ERR, sentence.getBytes(StandardCharsets.UTF_8));
      exit = REFUSED;
    }
    ControlFrames.write(to, ControlFrames.EXIT, new byte[] {(byte) exit});
  }

  private int run(ControlRequest request, DataInputStream from, DataOutputStream to)
      throws IOException {
    try (OutputStream out = new ChunkOutput(to, ControlFrames.OUT);
        OutputStream err = new ChunkOutput(to, ControlFrames.ERR)) {
      return handler.handle(
          new Invocation(
              request.arguments(),
              Path.of(request.directory()),
              request.screen(),
              new CallerInput(from, to),
              out,
              err));
    }
  }

  /// Stops to serve and removes the socket. Idempotent.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(socket);
      listener.close();
      for (SocketChannel channel : open) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the control socket " + socket + " could not be closed", e);
    }
  }
}
