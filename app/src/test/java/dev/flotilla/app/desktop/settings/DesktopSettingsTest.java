package dev.flotilla.app.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopSettingsTest {
  @TempDir private Path home;

  @Test
  void whatWasSetIsThereAfterTheNextStart() {
    DesktopSettings.of(home).setAll(Map.of("theme", "DARK", "width", "1400.5"));

    DesktopSettings next = DesktopSettings.of(home);

    assertThat(next.get("theme", "")).isEqualTo("DARK");
    assertThat(next.number("width", 1)).isEqualTo(1400.5);
    assertThat(next.number("height", 7)).isEqualTo(7);
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws Exception {
    Files.writeString(home.resolve("desktop.properties"), "width=\\u00zz");

    assertThat(DesktopSettings.of(home).number("width", 3)).isEqualTo(3);
  }

  @Test
  void aNumberThatIsNoneIsNotBelieved() {
    DesktopSettings settings = DesktopSettings.forgetful();
    settings.set("width", "NaN");

    assertThat(settings.number("width", 3)).isEqualTo(3);
  }
}
