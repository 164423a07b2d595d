package dev.flotilla.app.desktop.control.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonTokensTest {
  @Test
  void namesAndTextsAreToldApartByTheColonBehind() {
    assertThat(kinds("{\"a\" : \"b\", \"c\":[\"d\"]}"))
        .containsExactly(
            "{=SIGN",
            "\"a\"=NAME",
            ":=SIGN",
            "\"b\"=STRING",
            ",=SIGN",
            "\"c\"=NAME",
            ":=SIGN",
            "[=SIGN",
            "\"d\"=STRING",
            "]=SIGN",
            "}=SIGN");
  }

  @Test
  void numbersWordsAndWhatJsonDoesNotKnow() {
    assertThat(kinds("-1.5e-3 true null yes"))
        .containsExactly("-1.5e-3=NUMBER", "true=WORD", "null=WORD", "yes=STRANGE");
  }

  @Test
  void anOpenStringEndsWithItsLine() {
    assertThat(kinds("\"open\n1")).containsExactly("\"open=STRING", "1=NUMBER");
    assertThat(kinds("\"a\\\"b\"")).containsExactly("\"a\\\"b\"=STRING");
    assertThat(kinds("\"\\")).containsExactly("\"\\=STRING");
  }

  @Test
  void bracketsInTextsHaveNoPartner() {
    String text = "{\"}\": [1, {}]}";
    List<JsonToken> tokens = JsonTokens.of(text);

    assertThat(JsonTokens.partner(text, tokens, 0)).hasValue(text.length() - 1);
    assertThat(JsonTokens.partner(text, tokens, text.length() - 1)).hasValue(0);
    assertThat(JsonTokens.partner(text, tokens, 6)).hasValue(text.length() - 2);
    assertThat(JsonTokens.partner(text, tokens, 2)).isEmpty();
    assertThat(JsonTokens.partner("[}", JsonTokens.of("[}"), 0)).isEmpty();
    assertThat(JsonTokens.partner("[", JsonTokens.of("["), 0)).isEmpty();
  }

  @Test
  void anyTextIsTakenApartInOrderAndWithoutOverlap() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append("{}[]\",:\\ \nt1-é".charAt(random.nextInt(14)));
      }
      int end = 0;
      for (JsonToken token : JsonTokens.of(text.toString())) {
        assertThat(token.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
        assertThat(token.end()).as("seed %d", seed).isGreaterThan(token.start());
        end = token.end();
      }
      assertThat(end).as("seed %d", seed).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> kinds(String text) {
    return JsonTokens.of(text).stream()
        .map(token -> text.substring(token.start(), token.end()) + "=" + token.kind())
        .toList();
  }
}
