package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.net.PeerState;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Strangers in crowds, strangers that dawdle, and a member that shouts: members notice nothing.
class StormTest {
  private static final SessionLimits SHORT = new SessionLimits(1_000, 300, 900, 5, 1_000);
  private static final int STRANGERS = 48;
  private static final int PER_ADDRESS = 4;

  @TempDir private Path home;
  private DeviceIdentity stranger;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void strangerComes() throws Exception {
    stranger = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("stranger")));
  }

  @AfterEach
  void close() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void strangersWhoTakeAllPlacesDoNotShutOutAMember() throws Exception {
    var ann = machine(1, Machine.TIMING);
    var bo = machine(2, Machine.TIMING);
    Machine.befriend(ann, bo);
    bo.dial(ann);
    bo.awaitInSync(ann);
    bo.close();
    ann.awaitState(bo.id(), PeerState.OFFLINE);
    crowd(ann);

    var again = machine(2, Machine.TIMING);
    again.replica.admitting(ann.id());
    again.dial(ann);

    again.awaitInSync(ann);
  }

  @Test
  void membersThatAreLinkedGoOnWhileStrangersStorm() throws Exception {
    var ann = machine(1, Machine.TIMING);
    var bo = machine(2, Machine.TIMING);
    Machine.befriend(ann, bo);
    bo.dial(ann);
    bo.awaitInSync(ann);
    var random = new Random(1);

    for (var wave = 0; wave < 20; wave++) {
      for (var socket : crowd(ann)) {
        shout(socket, random);
      }
      ann.replica.edit();
    }

    bo.replica.await("it has all edits", now -> now.heads().equals(ann.replica.heads()));
    assertThat(ann.connections()).isOne();
  }

  @Test
  void aHandshakeThatDripsIsCut() throws Exception {
    var ann = machine(1, Machine.timing(SHORT));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ann.network.port())) {
      assertEnds(socket, new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});
    }
  }

  @Test
  void aGreetingThatDripsIsCut() throws Exception {
    var ann = machine(1, Machine.timing(SHORT));
    try (var socket = tls(ann)) {
      socket.startHandshake();

      assertEnds(socket, new byte[] {0, 0, 15, 0, 1, 0, 0, 1, 0, 2});
    }
  }

  @Test
  void aMembersFrameThatDripsIsCut() throws Exception {
    var patient = new SessionLimits(10_000, 500, 2_000, 5, 1_000);
    var ann = machine(1, Machine.timing(patient));
    ann.replica.admitting(stranger.id());
    try (var socket = tls(ann)) {
      socket.startHandshake();
      socket.getOutputStream().write(FrameCodec.encode(Machine.hello(Message.Intent.SYNC)));
      socket.getOutputStream().write(FrameCodec.encode(new Message.HeadsAre(Heads.EMPTY)));
      ann.awaitState(stranger.id(), PeerState.IN_SYNC);

      assertEnds(socket, FrameCodec.encode(new Message.Changes(List.of(new byte[60_000]))));
    }
    ann.awaitState(stranger.id(), PeerState.OFFLINE);
  }

  @Test
  void aFloodOfPingsIsAnsweredByTheLast() throws Exception {
    var ann = machine(1, Machine.TIMING);
    ann.replica.admitting(stranger.id());
    var channel = ann.rawDial(stranger);
    open.add(channel::abort);
    channel.write(Machine.hello(Message.Intent.SYNC));
    channel.write(new Message.HeadsAre(Heads.EMPTY));

    for (var token = 1; token <= 20_000; token++) {
      channel.write(new Message.Ping(token));
    }

    Message heard;
    do {
      heard = channel.read(WireLimits.MAX_PAYLOAD_BYTES);
    } while (!heard.equals(new Message.Pong(20_000)));
  }

  private Machine machine(long number, Timing timing) throws Exception {
    var machine = Machine.start(home, number, timing).serve();
    open.add(machine);
    return machine;
  }

  /// More than there are places for, from as many addresses as that takes.
  private List<Socket> crowd(Machine machine) throws IOException {
    var sockets = new ArrayList<Socket>();
    for (var i = 0; i < STRANGERS; i++) {
      var from = InetAddress.getByName("127.0.1." + (1 + i / PER_ADDRESS));
      var socket = new Socket(InetAddress.getLoopbackAddress(), machine.network.port(), from, 0);
      sockets.add(socket);
      open.add(socket);
    }
    return sockets;
  }

  private static void shout(Socket socket, Random random) {
    var garbage = new byte[200];
    random.nextBytes(garbage);
    try (socket) {
      socket.getOutputStream().write(garbage);
    } catch (IOException _) {
      // There was no place for it.
    }
  }

  private SSLSocket tls(Machine machine) throws IOException {
    return (SSLSocket)
        stranger
            .tls()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), machine.network.port());
  }

  /// A byte every few milliseconds, over and over: each one alone comes in time.
  private static void assertEnds(Socket socket, byte[] bytes) throws IOException {
    socket.setSoTimeout(10);
    assertThatThrownBy(
            () -> {
              for (var i = 0; ; i++) {
                socket.getOutputStream().write(bytes[Math.min(i, bytes.length - 2)]);
                socket.getOutputStream().flush();
                drain(socket);
              }
            })
        .isInstanceOf(IOException.class);
  }

  private static void drain(Socket socket) throws IOException {
    try {
      if (socket.getInputStream().read(new byte[4_096]) < 0) {
        throw new IOException("the other side hung up");
      }
    } catch (SocketTimeoutException _) {
      // As long as one waits for the next byte to be written.
    }
  }
}
