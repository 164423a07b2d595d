package dev.flotilla.benchmarks.sync;

import dev.flotilla.net.identity.DeviceIdentity;
import java.io.BufferedOutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// The parts of a first sync by themselves: the limits.
final class Alone {
  private static final int ROWS_A_TRANSACTION = 500;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final double MEGA = 1e6;

  private Alone() {}

  /// The bytes through one TLS connection on the loopback interface, in MB/s.
  static double tls(Path folder, List<byte[]> log) throws Exception {
    var identity = DeviceIdentity.loadOrCreate(Files.createDirectories(folder.resolve("tls")));
    var loopback = InetAddress.getLoopbackAddress();
    try (var server =
            (SSLServerSocket)
                identity.tls().getServerSocketFactory().createServerSocket(0, 1, loopback);
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setNeedClientAuth(true);
      Callable<Long> reading =
          () -> {
            try (var socket = server.accept()) {
              var buffer = new byte[BUFFER_BYTES];
              var in = socket.getInputStream();
              var bytes = 0L;
              for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
              }
              return bytes;
            }
          };
      var received = executor.submit(reading);
      try (var socket =
          (SSLSocket)
              identity.tls().getSocketFactory().createSocket(loopback, server.getLocalPort())) {
        socket.startHandshake();
        var start = System.nanoTime();
        try (var out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES)) {
          for (var raw : log) {
            out.write(raw);
          }
        }
        return received.get() / MEGA / ((System.nanoTime() - start) / 1e9);
      }
    }
  }

  /// The changes as rows of one table with two indexes, synced to the disk once for many, in MB/s.
  static double sqlite(Path folder, List<byte[]> log) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alone.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE change(id INTEGER PRIMARY KEY, author INTEGER NOT NULL, seq INTEGER NOT NULL,"
              + " last INTEGER NOT NULL, raw BLOB NOT NULL, UNIQUE(author, seq), UNIQUE(author, last)) STRICT");
      connection.setAutoCommit(false);
      var start = System.nanoTime();
      var bytes = 0L;
      try (var insert =
          connection.prepareStatement(
              "INSERT INTO change(author, seq, last, raw) VALUES(1,?,?,?)")) {
        for (var i = 0; i < log.size(); i++) {
          insert.setInt(1, i);
          insert.setInt(2, i);
          insert.setBytes(3, log.get(i));
          insert.executeUpdate();
          bytes += log.get(i).length;
          if (i % ROWS_A_TRANSACTION == ROWS_A_TRANSACTION - 1) {
            connection.commit();
          }
        }
        connection.commit();
      }
      return bytes / MEGA / ((System.nanoTime() - start) / 1e9);
    }
  }
}
