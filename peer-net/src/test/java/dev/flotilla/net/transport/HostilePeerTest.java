package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.net.PeerState;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Peers that are silent, slow, too loud, or connected twice.
class HostilePeerTest {
  private static final SessionLimits SHORT = new SessionLimits(1_000, 300, 900, 5, 1_000);

  @TempDir Path home;
  private Machine a;
  private DeviceIdentity stranger;

  @BeforeEach
  void start() throws Exception {
    a = Machine.start(home, 1, Machine.timing(SHORT)).serve();
    stranger = DeviceIdentity.loadOrCreate(Files.createDirectories(home.resolve("stranger")));
  }

  @AfterEach
  void close() {
    a.close();
  }

  @Test
  void whoSaysNothingAfterTheHandshakeIsHungUpOn() throws Exception {
    var channel = a.rawDial(stranger);

    assertThat(closeReason(channel)).isEqualTo(CloseReason.TIMEOUT);
    assertEnds(channel);
  }

  @Test
  void whoNeverShakesHandsIsHungUpOn() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), a.network.port())) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void oneAddressCannotTakeAllPlacesOfStrangers() throws Exception {
    try (var patient = Machine.start(home, 3);
        var first = silent(patient);
        var second = silent(patient);
        var third = silent(patient);
        var fourth = silent(patient);
        var fifth = silent(patient)) {
      fifth.setSoTimeout(2_000);

      assertThat(fifth.getInputStream().read()).isEqualTo(-1);
      for (var socket : List.of(first, second, third, fourth)) {
        assertThat(socket.isConnected()).isTrue();
      }
      try (var elsewhere =
          new Socket(
              InetAddress.getLoopbackAddress(),
              patient.network.port(),
              InetAddress.getByName("127.0.0.2"),
              0)) {
        elsewhere.setSoTimeout(300);

        assertThatThrownBy(() -> elsewhere.getInputStream().read())
            .as("it is listened to")
            .isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @Test
  void whoDoesNotSpeakTlsIsHungUpOn() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), a.network.port())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      readToTheEnd(socket.getInputStream());
    }
  }

  @Test
  void olderTlsIsNotSpoken() throws Exception {
    try (var socket = tlsSocket(stranger.tls())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});

      assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoShowsNoCertificateIsHungUpOn() throws Exception {
    var anonymous = SSLContext.getInstance("TLSv1.3");
    anonymous.init(null, new TrustManager[] {new TrustsEverybody()}, null);
    try (var socket = tlsSocket(anonymous)) {
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                var _ = socket.getInputStream().read();
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aStrangerGetsNothingButClose() throws Exception {
    a.replica.edit();
    var channel = a.rawDial(stranger);

    channel.write(Machine.hello(Message.Intent.SYNC));

    assertThat(closeReason(channel)).isEqualTo(CloseReason.NOT_A_MEMBER);
    assertEnds(channel);
  }

  @Test
  void aStrangerIsNotToldWhetherAWorkspaceExists() throws Exception {
    a.network.withdraw(FakeReplica.WORKSPACE);
    var channel = a.rawDial(stranger);

    channel.write(Machine.hello(Message.Intent.SYNC));

    assertThat(closeReason(channel)).isEqualTo(CloseReason.NOT_A_MEMBER);
  }

  @Test
  void aStrangersLongFrameIsRefused() throws Exception {
    var channel = a.rawDial(stranger);

    channel.write(new Message.Changes(List.of(noise(5_000))));

    assertThat(closeReason(channel)).isEqualTo(CloseReason.PROTOCOL_ERROR);
    assertEnds(channel);
  }

  @Test
  void aMessageOutOfTurnIsRefused() throws Exception {
    var channel = a.rawDial(stranger);

    channel.write(new Message.Want(1));

    assertThat(closeReason(channel)).isEqualTo(CloseReason.PROTOCOL_ERROR);
  }

  @Test
  void aMemberThatFallsSilentIsAskedAndGivenUp() throws Exception {
    var channel = member();

    assertThat(channel.read(WireLimits.MAX_PAYLOAD_BYTES)).isInstanceOf(Message.Ping.class);
    a.awaitState(stranger.id(), PeerState.OFFLINE);
  }

  @Test
  void aSecondConnectionOfTheSameDeviceReplacesTheFirst() throws Exception {
    var first = member();
    var second = member();

    assertThat(closeReason(first)).isEqualTo(CloseReason.DUPLICATE);
    second.write(new Message.Ping(5));
    assertThat(nextOf(second, Message.Pong.class)).isEqualTo(new Message.Pong(5));
    a.awaitOneConnection();
  }

  @Test
  void aStormOfConnectionsOfOneDeviceLeavesOne() throws Exception {
    var channels = new ArrayList<TlsChannel>();
    for (var i = 0; i < 20; i++) {
      channels.add(member());
    }

    channels.getLast().write(new Message.Ping(6));

    assertThat(nextOf(channels.getLast(), Message.Pong.class)).isEqualTo(new Message.Pong(6));
    a.awaitOneConnection();
  }

  /// It reads nothing, so what it lacks stays in the store: no more than the window is ever read
  /// for it.
  @Test
  void aSlowPeerNeitherGrowsMemoryNorStopsOthers() throws Exception {
    var batches = 200;
    for (var i = 0; i < batches; i++) {
      a.replica.edit(WireLimits.MAX_CHANGE_BYTES);
    }
    var slow = member();
    slow.write(new Message.Want(0xffff_ffffL));
    try (var b = Machine.start(home, 2)) {
      Machine.befriend(a, b);
      b.serve().dial(a);

      b.replica.await("the other peer has all", now -> now.heads().equals(a.replica.heads()));

      assertThat(a.replica.reads()).isBetween((long) batches, batches + 8L);
    }
    slow.abort();
  }

  /// Connected, greeted, and told that the other side has nothing.
  private TlsChannel member() throws Exception {
    a.replica.admitting(stranger.id());
    var channel = a.rawDial(stranger);
    channel.write(Machine.hello(Message.Intent.SYNC));
    assertThat(channel.read(WireLimits.MAX_PAYLOAD_BYTES)).isInstanceOf(Message.Hello.class);
    assertThat(channel.read(WireLimits.MAX_PAYLOAD_BYTES)).isInstanceOf(Message.HeadsAre.class);
    channel.write(new Message.HeadsAre(Heads.EMPTY));
    assertThat(channel.read(WireLimits.MAX_PAYLOAD_BYTES)).isInstanceOf(Message.Want.class);
    return channel;
  }

  private static Socket silent(Machine machine) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), machine.network.port());
  }

  private SSLSocket tlsSocket(SSLContext context) throws IOException {
    return (SSLSocket)
        context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), a.network.port());
  }

  private static Message nextOf(TlsChannel channel, Class<? extends Message> kind)
      throws Exception {
    Message message;
    do {
      message = channel.read(WireLimits.MAX_PAYLOAD_BYTES);
    } while (!kind.isInstance(message));
    return message;
  }

  private static CloseReason closeReason(TlsChannel channel) throws Exception {
    return ((Message.Close) nextOf(channel, Message.Close.class)).reason();
  }

  private static void assertEnds(TlsChannel channel) {
    assertThatThrownBy(() -> channel.read(WireLimits.MAX_PAYLOAD_BYTES))
        .isInstanceOf(IOException.class);
  }

  private static void readToTheEnd(InputStream in) {
    try {
      in.readAllBytes();
    } catch (IOException _) {
      // Cut instead of closed: also an end.
    }
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static final class TrustsEverybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
