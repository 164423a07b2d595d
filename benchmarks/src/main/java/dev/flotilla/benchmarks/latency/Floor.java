package dev.flotilla.benchmarks.latency;

import dev.flotilla.net.identity.DeviceIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// What nobody can be faster than on this machine: one write to a file that the disk has confirmed,
/// and one message over TLS and back.
final class Floor implements AutoCloseable {
  private static final int WRITTEN_BYTES = 4096;
  private static final int MESSAGE_BYTES = 320;

  private final FileChannel file;
  private final SSLServerSocket server;
  private final SSLSocket client;
  private final byte[] message = new byte[MESSAGE_BYTES];

  /// Both ends of the connection run in this process, as the nodes that are measured do.
  Floor(Path folder, DeviceIdentity identity) throws IOException {
    file =
        FileChannel.open(
            folder.resolve("floor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var loopback = InetAddress.getLoopbackAddress();
    server =
        (SSLServerSocket)
            identity.tls().getServerSocketFactory().createServerSocket(0, 1, loopback);
    server.setNeedClientAuth(true);
    Thread.ofVirtual().start(this::echo);
    client =
        (SSLSocket) identity.tls().getSocketFactory().createSocket(loopback, server.getLocalPort());
    client.setTcpNoDelay(true);
    client.startHandshake();
  }

  /// One confirmed write, in nanoseconds.
  long write() throws IOException {
    var start = System.nanoTime();
    file.write(ByteBuffer.allocate(WRITTEN_BYTES));
    file.force(false);
    return System.nanoTime() - start;
  }

  /// One message and its answer, in nanoseconds.
  long roundTrip() throws IOException {
    var start = System.nanoTime();
    client.getOutputStream().write(message);
    client.getOutputStream().flush();
    if (client.getInputStream().readNBytes(MESSAGE_BYTES).length < MESSAGE_BYTES) {
      throw new IOException("the other end hung up");
    }
    return System.nanoTime() - start;
  }

  private void echo() {
    try (var socket = (SSLSocket) server.accept()) {
      socket.setTcpNoDelay(true);
      while (true) {
        var bytes = socket.getInputStream().readNBytes(MESSAGE_BYTES);
        if (bytes.length < MESSAGE_BYTES) {
          return;
        }
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    file.close();
  }
}
