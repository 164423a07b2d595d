package dev.flotilla.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordTest {
  @Test
  void theCommandIsFoundBehindOptionsAndTheirValues() {
    assertThat(word("flag", "list")).isEqualTo("flag");
    assertThat(word("--home", "node", "--json", "flag", "list")).isEqualTo("flag");
    assertThat(word("--home=node", "status")).isEqualTo("status");
  }

  @Test
  void optionsAloneAreNoCommand() {
    assertThat(word()).isNull();
    assertThat(word("--home", "/a", "--port", "0")).isNull();
  }

  @Test
  void nodeTourAndDesktopStandAlone() {
    assertThat(CommandWord.standsAlone("node")).isTrue();
    assertThat(CommandWord.standsAlone("tour")).isTrue();
    assertThat(CommandWord.standsAlone(null)).isTrue();
    assertThat(CommandWord.standsAlone("flag")).isFalse();
  }

  private static String word(String... arguments) {
    return CommandWord.of(arguments);
  }
}
