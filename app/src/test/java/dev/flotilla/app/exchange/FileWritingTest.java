package dev.flotilla.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWritingTest {
  @TempDir private Path folder;

  @Test
  void aFileIsWrittenAndNothingElseIsLeft() throws Exception {
    FileWriting.write(folder.resolve("flags.json"), "one");
    FileWriting.write(folder.resolve("flags.json"), "two");

    assertThat(folder.resolve("flags.json")).hasContent("two");
    assertThat(folder).isDirectoryNotContaining("glob:**.flotilla");
  }

  @Test
  void whatIsStoppedLeavesTheFileAsItWas() throws Exception {
    var file = Files.writeString(folder.resolve("flags.json"), "one");
    var far = new ArrayList<Double>();

    boolean written =
        FileWriting.write(
            file,
            "x".repeat(5 << 20),
            done -> {
              far.add(done);
              return done < 0.5;
            });

    assertThat(written).isFalse();
    assertThat(far).hasSizeGreaterThan(2).isSorted();
    assertThat(file).hasContent("one");
    assertThat(folder).isDirectoryNotContaining("glob:**.flotilla");
  }

  @Test
  void aLinkStaysALinkAndTheFileKeepsWhoMayReadIt() throws Exception {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    var file = Files.writeString(folder.resolve("real.json"), "one");
    var mayRead = PosixFilePermissions.fromString("rw-rw-r--");
    Files.setPosixFilePermissions(file, mayRead);
    var link = Files.createSymbolicLink(folder.resolve("flags.json"), Path.of("real.json"));

    FileWriting.write(link, "two");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("two");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mayRead);
  }
}
