package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        " null\n",
        "0",
        "-0.5e-7",
        "12E+3",
        "\"\"",
        "\"a\\u00fC\\n\\\"ü\"",
        "[]",
        "[ 1 , [ ] , {} ]",
        "{}",
        "{ \"a\" : [ true , \"b\" ] , \"\" : null }"
      })
  void oneValueIsJson(String text) {
    assertThat(JsonCheck.isJson(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "True",
        "nul",
        "truefalse",
        "true,\"on\"",
        "true],\"x\":[1",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "-",
        "NaN",
        "'a'",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u１２３４\"",
        "\"a\nb\"",
        "[",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":1}}",
        "// a\n1"
      })
  void nothingElseIs(String text) {
    assertThat(JsonCheck.isJson(text)).isFalse();
  }

  @Test
  void whatNestsTooDeepIsNot() {
    assertThat(JsonCheck.isJson("[".repeat(200) + "]".repeat(200))).isTrue();
    assertThat(JsonCheck.isJson("[".repeat(201) + "]".repeat(201))).isFalse();
    assertThat(JsonCheck.isJson("[".repeat(60_000))).isFalse();
  }
}
