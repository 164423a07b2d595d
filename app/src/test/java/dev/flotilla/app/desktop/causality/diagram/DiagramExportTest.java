package dev.flotilla.app.desktop.causality.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiagramExportTest {
  /// Not every system's dialog adds the ending, and what has none is opened by no program.
  @Test
  void aFileWithoutAnEndingGetsTheUsualOne() {
    assertThat(DiagramExport.named(Path.of("a", "morning"), "flotilla-diagram.svg"))
        .isEqualTo(Path.of("a", "morning.svg"));
    assertThat(DiagramExport.named(Path.of("a.b", "morning.xml"), "flotilla-diagram.svg"))
        .isEqualTo(Path.of("a.b", "morning.xml"));
  }
}
