package dev.flotilla.app.cli.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  private final TextTable table = new TextTable("KEY", "VALUE");

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    table.row("a", "1");
    table.row("longer", "22");

    assertThat(table.lines(80)).containsExactly("KEY     VALUE", "a       1", "longer  22");
  }

  @Test
  void theWidestColumnGivesWayOnANarrowScreen() {
    table.row("key", "a value that is much too long");

    assertThat(table.lines(20)).containsExactly("KEY  VALUE", "key  a value that i…");
  }

  @Test
  void charactersBeyondTheBasicPlaneCountOnce() {
    table.row("𝛼𝛽", "x");

    assertThat(table.lines(80)).containsExactly("KEY  VALUE", "𝛼𝛽   x");
  }

  @Test
  void whatWouldDriveTheTerminalIsPrintedAsSpaces() {
    table.row("a\u001b[31m", "line\nbreak\u202e");

    assertThat(table.lines(80)).containsExactly("KEY     VALUE", "a [31m  line break");
  }

  @Test
  void aRowHasOneCellForEachColumn() {
    assertThatThrownBy(() -> table.row("a")).hasMessage("1 cells for 2 columns");
  }
}
