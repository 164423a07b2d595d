package dev.flotilla.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
  private static final Path USER = Path.of(System.getProperty("user.home"));

  @Test
  void theOptionWinsWhereverItStands() {
    assertThat(locate("--home", "/a", "flag", "list")).isEqualTo(Path.of("/a"));
    assertThat(locate("flag", "list", "--home=/b/../c")).isEqualTo(Path.of("/c"));
  }

  @Test
  void theOptionIsNotLookedForBehindTheEndOfOptions() {
    assertThat(locate("flag", "get", "--", "--home=/b")).isEqualTo(Path.of("/env"));
  }

  @Test
  void theSystemDecidesWhereNothingIsSaid() {
    String[] none = {};
    assertThat(HomeFolder.locate(none, Map.of(), "Linux"))
        .isEqualTo(USER.resolve(".local/share/flotilla"));
    assertThat(HomeFolder.locate(none, Map.of("XDG_DATA_HOME", "/x"), "Linux"))
        .isEqualTo(Path.of("/x/flotilla"));
    assertThat(HomeFolder.locate(none, Map.of(), "Mac OS X"))
        .isEqualTo(USER.resolve("Library/Application Support/Flotilla"));
    assertThat(HomeFolder.locate(none, Map.of("APPDATA", "/r"), "Windows 11"))
        .isEqualTo(Path.of("/r/Flotilla"));
  }

  private static Path locate(String... arguments) {
    return HomeFolder.locate(arguments, Map.of("FLOTILLA_HOME", "/env"), "Linux");
  }
}
