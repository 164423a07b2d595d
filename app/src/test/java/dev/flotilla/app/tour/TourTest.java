package dev.flotilla.app.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.app.cli.control.Screen;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.machine.NativeLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
  @TempDir Path folder;

  @Test
  void theStoryIsToldToItsEnd() throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var call =
        new Invocation(List.of(), folder, Screen.none(), InputStream.nullInputStream(), out, err);

    int exit = new Tour(folder.resolve("pictures"), new Output(call)).tell();

    assertThat(err.toString(UTF_8)).isEqualTo(missingLibrary());
    assertThat(exit).isZero();
    assertThat(out.toString(UTF_8))
        .contains("cleo joins over TLS")
        .contains("written differently")
        .contains("ben wrote green; it had seen these operations")
        .contains("the three states are equal");
    try (var files = Files.list(folder.resolve("pictures"))) {
      assertThat(files.count()).isEqualTo(missingLibrary().isEmpty() ? 5 : 0);
    }
  }

  private static String missingLibrary() {
    return NativeLibraries.missingForDrawing()
        .map(sentence -> sentence + System.lineSeparator())
        .orElse("");
  }
}
