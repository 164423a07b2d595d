package dev.flotilla.app.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aCallRunsInTheProcessThatHoldsTheHome() throws IOException {
    try (var _ = ControlServer.start(home, ControlSocketTest::echo)) {

      int exit = call("", "flag", "get", "größe");

      assertThat(exit).isEqualTo(7);
      assertThat(out.toString(UTF_8)).isEqualTo("[flag, get, größe] in " + home);
      assertThat(err.toString(UTF_8)).isEqualTo("80 columns");
    }
  }

  @Test
  void inputOfAnyLengthIsReadFromTheCaller() throws IOException {
    String input = "0123456789".repeat(50_000);
    try (var _ = ControlServer.start(home, ControlSocketTest::copy)) {

      int exit = call(input);

      assertThat(exit).isZero();
      assertThat(out.toString(UTF_8)).isEqualTo(input);
    }
  }

  @Test
  void withoutASocketNobodyAnswers() {
    assertThat(call("")).isEqualTo(ControlClient.NOBODY);
  }

  @Test
  void aSocketLeftBehindByACrashIsNobodyAndIsReplaced() throws IOException {
    // The socket file outlives a process that is killed: closing the channel does not remove it.
    var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    dead.bind(UnixDomainSocketAddress.of(home.resolve("control.sock")));
    dead.close();

    assertThat(call("")).isEqualTo(ControlClient.NOBODY);
    try (var _ = ControlServer.start(home, ControlSocketTest::copy)) {
      assertThat(call("again")).isZero();
    }
    assertThat(home.resolve("control.sock")).doesNotExist();
  }

  @Test
  void theSocketBelongsToItsOwnerAlone() throws IOException {
    try (var _ = ControlServer.start(home, ControlSocketTest::copy)) {
      assertThat(Files.getPosixFilePermissions(home.resolve("control.sock")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aHomeWithALongPathUsesAShortSocketPath() throws IOException {
    Path deep = Files.createDirectories(home.resolve("d".repeat(60)).resolve("e".repeat(60)));
    try (var _ = ControlServer.start(deep, ControlSocketTest::copy)) {

      int exit =
          ControlClient.call(
              deep, new Invocation(List.of(), home, Screen.none(), in("x"), out, err));

      assertThat(exit).isZero();
      assertThat(ControlSocket.of(deep).toString()).hasSizeLessThan(100);
      assertThat(deep.resolve("control.sock")).doesNotExist();
    }
  }

  @Test
  void aFrameThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
    try (var _ = ControlServer.start(home, ControlSocketTest::copy);
        var channel = connect()) {
      var to = new DataOutputStream(Channels.newOutputStream(channel));
      to.writeByte(ControlFrames.REQUEST);
      to.writeInt(Integer.MAX_VALUE);

      byte[] answer = Channels.newInputStream(channel).readAllBytes();

      assertThat(new String(answer, UTF_8)).contains("too long: 2147483647 bytes.");
    }
  }

  @Test
  void aCallerOfAnotherVersionGetsASentence() throws IOException {
    try (var _ = ControlServer.start(home, ControlSocketTest::copy);
        var channel = connect()) {
      var to = new DataOutputStream(Channels.newOutputStream(channel));
      ControlFrames.write(to, ControlFrames.REQUEST, new byte[] {99});

      byte[] answer = Channels.newInputStream(channel).readAllBytes();

      assertThat(new String(answer, UTF_8)).contains("is of another version; restart it.");
    }
  }

  @Test
  void aProcessThatStopsBeforeItAnswersIsReported() throws IOException {
    var server = new ControlServer[1];
    server[0] =
        ControlServer.start(
            home,
            _ -> {
              server[0].close();
              return 0;
            });

    int exit = call("");

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("stopped before it answered");
  }

  private int call(String input, String... arguments) {
    return ControlClient.call(
        home, new Invocation(List.of(arguments), home, new Screen(true, 80), in(input), out, err));
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("control.sock")));
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static int echo(Invocation call) {
    try {
      call.out().write((call.arguments() + " in " + call.directory()).getBytes(UTF_8));
      call.err().write((call.screen().columns() + " columns").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 7;
  }

  private static int copy(Invocation call) {
    try {
      call.in().transferTo(call.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 0;
  }
}
