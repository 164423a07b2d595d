package dev.flotilla.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportShelfTest {
  @TempDir private Path home;
  private long second = 1_000_000;

  @Test
  void whatIsKeptIsFoundByItsId() throws Exception {
    var shelf = shelf();

    shelf.keep(id(1), "one");

    assertThat(shelf.find(id(1))).contains("one");
    assertThat(shelf.find(id(2))).isEmpty();
  }

  @Test
  void whatIsNoIdIsNoFile() throws Exception {
    Files.writeString(home.resolve("secret.json"), "no");

    assertThat(shelf().find("../secret")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> shelf().keep("../secret", "no"));
  }

  @Test
  void whatWasAskedForLongestAgoGoesFirst() throws Exception {
    var shelf = shelf();
    for (int number = 0; number < ExportShelf.KEPT_MAX; number++) {
      shelf.keep(id(number), "kept");
    }
    shelf.find(id(0));

    shelf.keep(id(ExportShelf.KEPT_MAX), "new");

    assertThat(shelf.find(id(0))).isPresent();
    assertThat(shelf.find(id(1))).isEmpty();
    assertThat(shelf.find(id(ExportShelf.KEPT_MAX))).contains("new");
  }

  private ExportShelf shelf() {
    return new ExportShelf(home.resolve("exports"), () -> Instant.ofEpochSecond(second++));
  }

  private static String id(int number) {
    return "%032x".formatted(number);
  }
}
