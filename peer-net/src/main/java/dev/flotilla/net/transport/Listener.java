package dev.flotilla.net.transport;

import dev.flotilla.net.discovery.DiscoveryMode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The server socket: answers whoever dials, a virtual thread each. Connections that are not yet
/// those of members are few, small and short.
final class Listener implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Listener.class.getName());

  /// Connections whose peer is not known to be a member.
  private static final int MAX_STRANGERS = 32;

  private static final int BACKLOG = 64;

  private final ServerSocket server;
  private final Semaphore strangers = new Semaphore(MAX_STRANGERS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("flotilla-handshake-limit").factory());

  private Listener(ServerSocket server) {
    this.server = server;
  }

  /// Takes the port.
  static Listener bind(NetworkOptions options) throws NetworkException {
    try {
      var server = new ServerSocket();
      try {
        server.bind(address(options), BACKLOG);
      } catch (IOException e) {
        server.close();
        throw e;
      }
      return new Listener(server);
    } catch (BindException e) {
      throw new NetworkException(
          "Port "
              + options.port()
              + " is in use or not allowed: choose another with --port, or 0 for any free one.",
          e);
    } catch (IOException e) {
      throw new NetworkException(
          "Cannot listen on port " + options.port() + ": " + e.getMessage() + ".", e);
    }
  }

  private static InetSocketAddress address(NetworkOptions options) throws IOException {
    return options.discovery() == DiscoveryMode.LOOPBACK
        ? new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port())
        : new InetSocketAddress(options.port());
  }

  int port() {
    return server.getLocalPort();
  }

  /// Begins to answer.
  ///
  /// @param talk runs one connection; it tells its first argument when the peer proves to be a
  ///   member
  void start(LocalDevice local, Function<TlsChannel, Connection> talk) {
    Thread.ofVirtual().name("flotilla-accept").start(() -> accept(local, talk));
  }

  /// Answers nobody new. Connections that are up go on.
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing the server socket: {0}", e.getMessage());
    }
    alarm.shutdownNow();
  }

  /// Cuts every connection that was answered.
  void abort() {
    open.forEach(Listener::cut);
  }

  private void accept(LocalDevice local, Function<TlsChannel, Connection> talk) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        if (strangers.tryAcquire()) {
          Thread.ofVirtual().name("flotilla-answer").start(() -> answer(socket, local, talk));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "accepting: {0}", e.getMessage());
      }
    }
  }

  private void answer(Socket socket, LocalDevice local, Function<TlsChannel, Connection> talk) {
    open.add(socket);
    var place = new Place();
    try {
      var millis = local.timing().session().greetingMillis();
      var limit = alarm.schedule(() -> cut(socket), millis, TimeUnit.MILLISECONDS);
      var channel = TlsChannel.answer(socket, local.identity(), Math.toIntExact(millis));
      limit.cancel(false);
      var connection = talk.apply(channel);
      connection.onGreeted(place::free);
      connection.run();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no handshake with {0}: {1}", socket.getInetAddress(), e.getMessage());
    } finally {
      place.free();
      cut(socket);
      open.remove(socket);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "cutting: {0}", e.getMessage());
    }
  }

  /// One of the few places for strangers; given back once.
  private final class Place {
    private boolean taken = true;

    synchronized void free() {
      if (taken) {
        taken = false;
        strangers.release();
      }
    }
  }
}
