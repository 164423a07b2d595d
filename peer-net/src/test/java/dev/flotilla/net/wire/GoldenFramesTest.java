package dev.flotilla.net.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The bytes of every protocol. They may never change: a device that was not updated must
/// understand them.
class GoldenFramesTest {
  private static final int BYTES_A_LINE = 32;

  static Set<String> names() {
    return Messages.all().keySet();
  }

  /// Another version of LZ4 may find a shorter block for the same payload.
  static Set<String> plainNames() {
    return names().stream()
        .filter(name -> !name.endsWith("-compressed"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("plainNames")
  void messagesAreWrittenAsTheyAlwaysWere(String name) throws Exception {
    assertThat(hex(FrameCodec.encode(message(name)))).isEqualTo(golden(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void messagesAreReadAsTheyAlwaysWere(String name) throws Exception {
    var frame = HexFormat.of().parseHex(golden(name).replace("\n", ""));

    var read = FrameCodec.read(new ByteArrayInputStream(frame), WireLimits.MAX_PAYLOAD_BYTES);

    assertThat(read).isEqualTo(message(name));
  }

  @Test
  void everyMessageIsKeptWithTheVersionItCameWith() {
    Messages.all()
        .forEach((name, message) -> assertThat(name).startsWith("v" + message.since() + "/"));
  }

  private static Message message(String name) {
    return Objects.requireNonNull(Messages.all().get(name));
  }

  private static String golden(String name) throws IOException {
    try (var in = GoldenFramesTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
      assertThat(in).as("golden file of %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String hex(byte[] bytes) {
    var text = HexFormat.of().formatHex(bytes);
    return text.replaceAll("(.{" + 2 * BYTES_A_LINE + "})(?=.)", "$1\n") + "\n";
  }
}
