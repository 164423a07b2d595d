package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir private Path folder;

  @Test
  void aRenamedFileIsTheSame() throws Exception {
    var file = Files.writeString(folder.resolve("one"), "text");
    var before = Fingerprint.of(file);

    var renamed = Files.move(file, folder.resolve("other"));
    Files.writeString(renamed, "another text");

    assertThat(Fingerprint.of(renamed).fits(before)).isTrue();
  }

  @Test
  void aCopyIsAnother() throws Exception {
    var file = Files.writeString(folder.resolve("one"), "text");

    var copy = Files.copy(file, folder.resolve("other"));

    assertThat(Fingerprint.of(copy).fits(Fingerprint.of(file))).isFalse();
  }

  @Test
  void whatIsNotKnownOfBothDecidesNothing() {
    var older = Fingerprint.parse("inode 7");
    var newer = Fingerprint.parse("inode 7\ncreated 1000\nmachine 00ff");

    assertThat(newer.fits(older)).isTrue();
    assertThat(older.fits(newer)).isTrue();
    assertThat(Fingerprint.parse("inode 7\nmachine 00fe").fits(newer)).isFalse();
    assertThat(Fingerprint.parse(newer.toString())).isEqualTo(newer);
  }

  @Test
  void noFingerprintFitsNothing() {
    assertThat(Fingerprint.NONE.fits(Fingerprint.parse("inode 7"))).isFalse();
    assertThat(Fingerprint.parse("inode 7").fits(Fingerprint.NONE)).isFalse();
  }
}
