package dev.flotilla.app.desktop.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.RuleDraft;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleWordsTest {
  private final RuleWords english = new RuleWords(new Texts(Locale.ENGLISH));
  private final RuleWords german = new RuleWords(new Texts(Locale.GERMAN));

  @Test
  void aRangeIsSaidWithBothEndsInTheirPlaces() {
    RuleDraft closed = RuleDraft.of("{\"<=\":[1,{\"var\":\"age\"},5]}", "on");
    RuleDraft open = RuleDraft.of("{\"<\":[1,{\"var\":\"age\"},5]}", "on");

    assertThat(english.condition(closed)).isEqualTo("age is from 1 to 5");
    assertThat(german.condition(closed)).isEqualTo("age ist von 1 bis 5");
    assertThat(german.condition(open)).isEqualTo("age liegt zwischen 1 und 5");
  }
}
