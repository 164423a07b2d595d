package dev.flotilla.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.cli.control.ControlClient;
import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.control.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `flotilla node` as a process of its own.
class NodeProcessTest {
  private static final int EDITS = 1000;
  private static final int EDITS_BEFORE_THE_KILL = 100;

  @TempDir Path home;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /// A change is on disk before its command answers: whatever the moment of the kill, no edit whose
  /// command returned 0 may be missing afterwards.
  @Test
  void everyEditThatReturnedZeroOutlivesAKill() throws Exception {
    Process node = startNode();
    assertThat(call("workspace", "create", "Harbour")).isZero();
    var done = new ConcurrentLinkedQueue<String>();
    var enough = new CountDownLatch(EDITS_BEFORE_THE_KILL);
    var editor =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < EDITS && call("flag", "create", "f" + i) == 0; i++) {
            done.add("f" + i);
            enough.countDown();
          }
        });
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();

    node.destroyForcibly();
    editor.get(60, TimeUnit.SECONDS);
    startNode();

    assertThat(done).hasSizeGreaterThanOrEqualTo(EDITS_BEFORE_THE_KILL).hasSizeLessThan(EDITS);
    var out = new ByteArrayOutputStream();
    assertThat(call(out, "flag", "list", "--json")).isZero();
    assertThat(done).allMatch(key -> out.toString(UTF_8).contains("\"" + key + "\""));
  }

  @Test
  void aSignalEndsItCleanly() throws Exception {
    Process node = startNode();

    // Process.destroy would close its streams as well.
    node.toHandle().destroy();

    assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(home.resolve("control.sock")).doesNotExist();
    assertThat(new String(node.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
  }

  private Process startNode() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process node =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.flotilla.app.Launcher",
                "node",
                "--home",
                home.toString(),
                "--discovery",
                "off")
            .start();
    processes.add(node);
    var reader = new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8));
    assertThat(reader.readLine()).startsWith("ready: device ");
    return node;
  }

  private int call(String... arguments) {
    return call(new ByteArrayOutputStream(), arguments);
  }

  private int call(ByteArrayOutputStream out, String... arguments) {
    return ControlClient.call(
        home,
        new Invocation(
            List.of(arguments),
            home,
            Screen.none(),
            InputStream.nullInputStream(),
            out,
            new ByteArrayOutputStream()));
  }
}
