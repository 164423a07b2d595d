package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void aSlipOfTheFingerIsRecognized() {
    assertThat(Suggestions.nearest("flga", List.of("flag", "log"))).contains("flag");
    assertThat(Suggestions.nearest("--tga", List.of("--home", "--tag"))).contains("--tag");
    assertThat(Suggestions.nearest("lst", List.of("list", "set"))).contains("list");
  }

  @Test
  void somethingElseIsNot() {
    assertThat(Suggestions.nearest("deploy", List.of("flag", "log", "import"))).isEmpty();
  }
}
