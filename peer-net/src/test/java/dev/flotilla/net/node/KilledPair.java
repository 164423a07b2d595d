package dev.flotilla.net.node;

import dev.flotilla.model.Flag;
import dev.flotilla.model.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Two nodes in processes of their own that edit and synchronise while they are killed, one or both
/// at a time, with SIGKILL, and started again.
final class KilledPair implements AutoCloseable {
  private static final List<String> NAMES = List.of("ann", "ben");
  private static final int ACKNOWLEDGED_BEFORE_A_KILL_MAX = 300;

  /// @param kills how many processes were killed
  /// @param acknowledged edits that were told to be done
  /// @param lost acknowledged edits that one of the two does not have in the end
  /// @param digests of both in the end
  record Outcome(int kills, int acknowledged, List<String> lost, List<String> digests) {
    @Override
    public String toString() {
      return "%d kills, %d acknowledged edits, %d lost, digests %s"
          .formatted(
              kills,
              acknowledged,
              lost.size(),
              digests.stream().distinct().count() == 1 ? "equal" : "differ: " + digests);
    }
  }

  private final Path folder;
  private final RandomGenerator random;
  private final int[] ports = {freePort(), freePort()};
  private final Running[] running = new Running[NAMES.size()];
  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private int started;
  private int kills;

  KilledPair(Path folder, RandomGenerator random) throws IOException {
    this.folder = folder;
    this.random = random;
  }

  /// Kills until both a number of kills and a time are reached, then looks what is there.
  Outcome run(int killsMin, long seconds) throws Exception {
    found();
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    start(0);
    start(1);
    while (kills < killsMin || System.nanoTime() - until < 0) {
      var victim = random.nextInt(NAMES.size());
      running[victim].awaitMore(1 + random.nextInt(ACKNOWLEDGED_BEFORE_A_KILL_MAX));
      kill(victim);
      if (random.nextInt(4) == 0) {
        kill(1 - victim);
        start(1 - victim);
      }
      start(victim);
    }
    kill(0);
    kill(1);
    return outcome();
  }

  private void found() throws Exception {
    try (var team = new Team(folder)) {
      var replica = team.start(NAMES.getFirst()).createWorkspace("Atlas");
      var other = Team.join(replica, team.start(NAMES.getLast()), Role.EDITOR);
      Team.awaitSameVector(replica, other);
    }
  }

  private Outcome outcome() throws Exception {
    try (var team = new Team(folder)) {
      var replicas = new ArrayList<Replica>();
      for (var name : NAMES) {
        replicas.add(team.start(name).replicas().getFirst());
      }
      Team.awaitSameVector(replicas.toArray(Replica[]::new));
      var lost = new ArrayList<String>();
      for (var replica : replicas) {
        var keys = replica.workspace().flags().stream().map(Flag::key).collect(Collectors.toSet());
        acknowledged.stream().filter(key -> !keys.contains(key)).forEach(lost::add);
      }
      return new Outcome(
          kills,
          acknowledged.size(),
          lost,
          replicas.stream().map(replica -> replica.status().digest()).toList());
    }
  }

  private void start(int which) throws IOException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                EditingPeer.class.getName(),
                folder.resolve(NAMES.get(which)).toString(),
                Integer.toString(ports[which]),
                Integer.toString(ports[1 - which]),
                NAMES.get(which) + started++ + "-")
            .redirectError(Redirect.INHERIT)
            .start();
    running[which] = new Running(process, acknowledged);
  }

  private void kill(int which) throws InterruptedException {
    running[which].kill();
    kills++;
  }

  @Override
  public void close() {
    try {
      for (var process : running) {
        if (process != null) {
          process.kill();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A process whose output is read as it comes.
  private static final class Running {
    private final Process process;
    private final Thread reader;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int lines;

    Running(Process process, ConcurrentLinkedQueue<String> acknowledged) {
      this.process = process;
      this.reader = Thread.ofVirtual().start(() -> read(acknowledged));
    }

    private void read(ConcurrentLinkedQueue<String> acknowledged) {
      try (var in =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          acknowledged.add(line);
          synchronized (this) {
            lines++;
            notifyAll();
          }
        }
      } catch (IOException _) {
        // It was killed.
      } finally {
        ended.countDown();
        synchronized (this) {
          notifyAll();
        }
      }
    }

    synchronized void awaitMore(int count) throws InterruptedException {
      var until = lines + count;
      while (lines < until) {
        if (ended.getCount() == 0) {
          throw new AssertionError("a node ended by itself after " + lines + " edits");
        }
        wait(TimeUnit.SECONDS.toMillis(Team.SECONDS));
      }
    }

    void kill() throws InterruptedException {
      process.toHandle().destroyForcibly(); // unlike the process, the handle leaves the stream open
      process.waitFor();
      reader.join();
    }
  }
}
