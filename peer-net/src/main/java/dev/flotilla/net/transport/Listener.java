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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// The server socket: answers whoever dials, a virtual thread each. Connections that are not yet
/// those of members are few, small and short.
final class Listener implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Listener.class.getName());

  /// Connections whose peer is not known to be a member.
  private static final int MAX_STRANGERS = 32;

  /// The same, from addresses where members were met: whoever takes all places of strangers does
  /// not shut out these.
  private static final int MAX_ACQUAINTANCES = 32;

  /// Of both, from one address: a single machine must not shut out all others.
  private static final int MAX_STRANGERS_PER_ADDRESS = 4;

  private static final int BACKLOG = 64;

  /// After a failure to accept, for example for want of open files.
  private static final long ACCEPT_AGAIN_MILLIS = 100;

  private final ServerSocket server;
  private final Predicate<InetAddress> isKnown;
  private final Semaphore strangers = new Semaphore(MAX_STRANGERS);
  private final Semaphore acquaintances = new Semaphore(MAX_ACQUAINTANCES);
  private final Map<InetAddress, Integer> strangersByAddress = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("flotilla-handshake-limit").factory());

  private Listener(ServerSocket server, Predicate<InetAddress> isKnown) {
    this.server = server;
    this.isKnown = isKnown;
  }

  /// Takes the port.
  ///
  /// @param isKnown whether members were met at an address
  static Listener bind(NetworkOptions options, Predicate<InetAddress> isKnown)
      throws NetworkException {
    try {
      var server = new ServerSocket();
      try {
        server.bind(address(options), BACKLOG);
      } catch (IOException e) {
        server.close();
        throw e;
      }
      return new Listener(server, isKnown);
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
    closed.countDown();
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
    try {
      while (!server.isClosed()) {
        try {
          admit(server.accept(), local, talk);
        } catch (IOException e) {
          LOG.log(Level.DEBUG, "accepting: {0}", e.getMessage());
          var _ = closed.await(ACCEPT_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Socket socket, LocalDevice local, Function<TlsChannel, Connection> talk) {
    var place = place(socket.getInetAddress());
    if (place.isPresent()) {
      Thread.ofVirtual()
          .name("flotilla-answer")
          .start(() -> answer(socket, place.get(), local, talk));
    } else {
      cut(socket);
    }
  }

  private Optional<Place> place(InetAddress address) {
    var places = isKnown.test(address) ? acquaintances : strangers;
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    var place = new Place(address, places);
    if (strangersByAddress.merge(address, 1, Integer::sum) > MAX_STRANGERS_PER_ADDRESS) {
      place.free();
      return Optional.empty();
    }
    return Optional.of(place);
  }

  private void answer(
      Socket socket, Place place, LocalDevice local, Function<TlsChannel, Connection> talk) {
    open.add(socket);
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
    } catch (RejectedExecutionException _) {
      LOG.log(Level.DEBUG, "closed while {0} dialled", socket.getInetAddress());
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
    private final InetAddress address;
    private final Semaphore places;
    private boolean taken = true;

    Place(InetAddress address, Semaphore places) {
      this.address = address;
      this.places = places;
    }

    synchronized void free() {
      if (taken) {
        taken = false;
        strangersByAddress.computeIfPresent(
            address, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        places.release();
      }
    }
  }
}
