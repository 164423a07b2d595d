package dev.flotilla.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\| ([^|]*) \\|.*\\|");

  @TempDir private Path home;

  @Test
  void withoutAFileEverythingHasItsDefault() throws Exception {
    assertThat(SettingsFile.load(home).settings()).isEqualTo(Settings.DEFAULT);
    assertThat(Settings.parse("")).isEqualTo(Settings.DEFAULT);
    assertThat(Settings.parse("# nothing\n\n  # at all\n")).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void theFileSaysWhatDiffers() throws Exception {
    Files.writeString(
        home.resolve(SettingsFile.NAME),
        """
        # A slow machine.
        batch.size=7
          batch.window =  50 ms
        compression = none
        sync.interval = 2 min
        peers.maximum = 1024
        cleanup.interval = 1d
        memory.limit = 2 GiB
        interfaces.allow = wg0, tun*
        interfaces.deny = Wi-Fi 2
        history.archive-after = 365 d
        """);

    var file = SettingsFile.load(home);

    assertThat(file.settings())
        .isEqualTo(
            new Settings(
                7,
                Duration.ofMillis(50),
                Compression.NONE,
                Duration.ofMinutes(2),
                1024,
                Duration.ofDays(1),
                2L << 30,
                new InterfaceNames(List.of("wg0", "tun*"), List.of("Wi-Fi 2")),
                Optional.of(Duration.ofDays(365))));
    assertThat(file.lineOf(Settings.BATCH_SIZE)).hasValue(2);
  }

  @Test
  void everyValueIsReadAsItIsWritten() throws Exception {
    var odd =
        "batch.size = 3\nbatch.window = 1 ms\nsync.interval = 1500 ms\nmemory.limit = 100000001 B";

    var settings = Settings.parse(odd);

    var written = new StringBuilder();
    Settings.ALL.forEach(
        setting -> written.append(setting.key() + " = " + setting.textIn(settings) + "\n"));
    assertThat(Settings.parse(written.toString())).isEqualTo(settings);
    assertThat(written).contains("sync.interval = 1500 ms", "memory.limit = 100000001 B");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch.size = many | line 1: batch.size takes a whole number from 1 to 10000, not "many"
          batch.size = 0 | line 1: batch.size takes a whole number from 1 to 10000, not "0"
          batch.size = 99999999999999999999 | batch.size takes a whole number
          batch.size = | not ""; change the line, or remove it for the default, 100.
          batch.window = 51 ms | batch.window takes a time from 0 ms to 50 ms
          batch.window = 5 | batch.window takes a time from 0 ms to 50 ms, not "5"
          sync.interval = 999999999 d | sync.interval takes a time from 100 ms to 10 min
          compression = zip | compression takes lz4 or none, not "zip"
          memory.limit = 1 MiB | memory.limit takes a size from 64 MiB to 64 GiB
          interfaces.deny = a,,b | interfaces.deny takes at most 32 names
          history.archive-after = 1 h | takes a time from 1 d to 3650 d, or never
          batch.sise = 3 | line 1: there is no setting "batch.sise", did you mean batch.size?
          colour = red | line 1: there is no setting "colour"; remove the line.
          batch.size | line 1: write KEY = VALUE, or begin the line with # for a comment.
          """)
  void aLineThatCannotBeUsedIsRefusedInOneSentence(String line, String sentence) {
    assertThatThrownBy(() -> Settings.parse(line))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(sentence)
        .hasMessageStartingWith("settings.properties, line 1: ");
  }

  @Test
  void aSettingStandsOnce() {
    assertThatThrownBy(() -> Settings.parse("batch.size = 1\n\nbatch.size = 1"))
        .hasMessageContaining("line 3: batch.size was set in line 1 already");
  }

  @Test
  void theByteOrderMarkOfAnEditorIsNoPartOfTheFirstLine() throws Exception {
    var file = SettingsFile.decode("\uFEFF# ours\nbatch.size = 7\n".getBytes(UTF_8));

    assertThat(file.settings().batchSize()).isEqualTo(7);
  }

  @Test
  void aFileOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> SettingsFile.decode(new byte[] {(byte) 0xff}))
        .hasMessage("settings.properties is not UTF-8; save it as UTF-8.");
    assertThatThrownBy(() -> SettingsFile.decode(new byte[SettingsFile.BYTES_MAX + 1]))
        .isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> SettingsFile.decode("\u001b[31m = 1".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("there is no setting \"?[31m\"");
  }

  @Test
  void settingsThatAreNotAllowedCannotExist() {
    var d = Settings.DEFAULT;

    assertThatThrownBy(() ->
            new Settings(
                0,
                d.batchWindow(),
                d.compression(),
                d.syncInterval(),
                d.peersMaximum(),
                d.cleanupInterval(),
                d.memoryLimitBytes(),
                d.interfaces(),
                d.archiveAfter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch.size takes a whole number from 1 to 10000, not 0");
  }

  @Test
  void whatIsDeniedIsDeniedWhoeverAllowsIt() {
    var names = new InterfaceNames(List.of("wg*", "docker0"), List.of("wg1"));

    assertThat(names.of("WG0")).isEqualTo(InterfaceNames.Wish.USE);
    assertThat(names.of("wg1")).isEqualTo(InterfaceNames.Wish.LEAVE_OUT);
    assertThat(names.of("docker01")).isEqualTo(InterfaceNames.Wish.NOTHING_SAID);
  }

  @Test
  void thePageHasEverySettingWithItsDefault() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "settings.md"));

    var documented =
        page.lines()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1) + " = " + row.group(2).replace("nothing", ""))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Settings.ALL.stream()
                .map(setting -> setting.key() + " = " + setting.defaultText())
                .toList());
  }
}
