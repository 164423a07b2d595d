package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Octets;
import dev.flotilla.net.Compression;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.metrics.Meter;
import dev.flotilla.net.pairing.JoinProof;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.ProtocolException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Messages over one TLS 1.3 connection whose other end has shown its device key. One thread may
/// read while another writes; anyone may [#abort].
final class TlsChannel {
  private static final String[] PROTOCOLS = {"TLSv1.3"};

  private final Socket tcp;
  private final SSLSocket tls;
  private final DeviceKey peer;
  private final InputStream in;
  private final OutputStream out;

  private TlsChannel(Socket tcp, SSLSocket tls) throws IOException {
    this.tcp = tcp;
    this.tls = tls;
    this.peer = DeviceIdentity.peerOf(tls.getSession());
    this.in = new BufferedInputStream(tls.getInputStream());
    this.out = tls.getOutputStream();
  }

  /// Dials; blocks for `timeoutMillis` at most, but for the look-up of a host name: a peer that
  /// drips its handshake byte by byte is cut off like a silent one.
  static TlsChannel dial(PeerAddress address, DeviceIdentity identity, int timeoutMillis)
      throws IOException {
    var giveUpAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    var tcp = connect(address, giveUpAt);
    var done = new CompletableFuture<@Nullable Void>();
    try {
      var left = millisUntil(giveUpAt);
      var _ =
          done.orTimeout(left, TimeUnit.MILLISECONDS)
              .whenComplete((_, late) -> {
                if (late != null) {
                  cut(tcp);
                }
              });
      // No host: no server name is sent, and no TLS session is resumed.
      var tls = (SSLSocket) identity.tls().getSocketFactory().createSocket(tcp, null, 0, true);
      var channel = shakeHands(tcp, tls, left);
      if (!done.complete(null)) {
        throw new SocketTimeoutException("the handshake took too long");
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      var late = !done.complete(null);
      tcp.close();
      if (late && e instanceof IOException) {
        throw new SocketTimeoutException("the handshake took too long");
      }
      throw e;
    }
  }

  /// Answers a connection that was accepted; blocks. `timeoutMillis` is for each read, so pair it
  /// with a limit for the whole.
  static TlsChannel answer(Socket tcp, DeviceIdentity identity, int timeoutMillis)
      throws IOException {
    try {
      var tls = (SSLSocket) identity.tls().getSocketFactory().createSocket(tcp, null, true);
      tls.setUseClientMode(false);
      tls.setNeedClientAuth(true);
      return shakeHands(tcp, tls, timeoutMillis);
    } catch (IOException | RuntimeException e) {
      tcp.close();
      throw e;
    }
  }

  /// Tries all addresses of a host name in turn.
  private static Socket connect(PeerAddress address, long giveUpAt) throws IOException {
    IOException last = null;
    for (var candidate : InetAddress.getAllByName(address.host())) {
      var tcp = new Socket();
      try {
        tcp.connect(new InetSocketAddress(candidate, address.port()), millisUntil(giveUpAt));
        return tcp;
      } catch (IOException e) {
        tcp.close();
        last = e;
      }
    }
    throw last == null ? new IOException("no address") : last;
  }

  /// At least one: zero means for ever to a socket.
  private static int millisUntil(long nanos) {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()));
  }

  private static void cut(Socket tcp) {
    try {
      // Not the TLS socket: closing that waits for a writer that is stuck.
      tcp.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  private static TlsChannel shakeHands(Socket tcp, SSLSocket tls, int timeoutMillis)
      throws IOException {
    tcp.setTcpNoDelay(true);
    tcp.setKeepAlive(true);
    tcp.setSoTimeout(timeoutMillis);
    tls.setEnabledProtocols(PROTOCOLS);
    tls.startHandshake();
    return new TlsChannel(tcp, tls);
  }

  /// Who is at the other end.
  DeviceKey peer() {
    return peer;
  }

  InetAddress localHost() {
    return tcp.getLocalAddress();
  }

  InetAddress remoteHost() {
    return tcp.getInetAddress();
  }

  int remotePort() {
    return tcp.getPort();
  }

  /// 32 bytes that only the two ends of this connection know (RFC 9266).
  Octets binding() {
    try {
      return Octets.of(
          ((ExtendedSSLSession) tls.getSession())
              .exportKeyingMaterialData(
                  JoinProof.EXPORTER_LABEL, new byte[0], JoinProof.CHANNEL_BYTES));
    } catch (SSLKeyException e) {
      throw new IllegalStateException("TLS 1.3 exports keying material", e);
    }
  }

  /// Blocks for at most this long when nothing arrives.
  void setSilenceLimit(long millis) throws IOException {
    tcp.setSoTimeout(Math.toIntExact(millis));
  }

  /// Blocks.
  Message read(int maxPayloadBytes) throws IOException, ProtocolException {
    return read(maxPayloadBytes, Meter.NONE);
  }

  /// The same.
  ///
  /// @param meter told of the frame
  Message read(int maxPayloadBytes, Meter meter) throws IOException, ProtocolException {
    return FrameCodec.read(in, maxPayloadBytes, meter);
  }

  /// Blocks while the peer does not read.
  void write(Message message) throws IOException {
    write(message, Compression.LZ4, Meter.NONE);
  }

  /// The same.
  ///
  /// @param compression what to do with frames that are large enough
  /// @param meter told of the frame
  void write(Message message, Compression compression, Meter meter) throws IOException {
    out.write(FrameCodec.encode(message, compression, meter));
    out.flush();
  }

  /// No more is written; the peer still reads what was. Closing at once could take our last words
  /// away from it.
  void finish() throws IOException {
    tcp.shutdownOutput();
  }

  /// Reads and drops whatever still comes, until the peer hangs up.
  void drain() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  /// Ends reading and writing at once, also if they block.
  void abort() {
    cut(tcp);
  }
}
