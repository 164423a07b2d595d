package dev.flotilla.openfeature.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "0",
        "-0.5e-3",
        "\"\"",
        " { \"a\" : [ 1 , { } ] } ",
        "\"\\ud83d\\udea2\"",
        "123456789012345678901234567890.123456789"
      })
  void acceptsJson(String text) {
    assertThat(JsonText.parseError(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1,}        ~ 1 ~ 9  ~ there is a comma too many before }
          [1,]             ~ 1 ~ 4  ~ there is a comma too many before ]
          {"a": 1 "b": 2}  ~ 1 ~ 9  ~ a comma or } is missing before "
          [1 22]           ~ 1 ~ 4  ~ a comma or ] is missing before 22
          {"a" 1}          ~ 1 ~ 6  ~ a colon is missing before 1
          {"a": }          ~ 1 ~ 7  ~ a value is missing before }
          {a: 1}           ~ 1 ~ 2  ~ a name in double quotes is expected, not a
          {'a': 1}         ~ 1 ~ 2  ~ names stand in double quotes, not in single ones
          ['a']            ~ 1 ~ 2  ~ text stands in double quotes, not in single ones
          {"a": yes}       ~ 1 ~ 7  ~ yes is no JSON value; text stands in double quotes
          NaN              ~ 1 ~ 4  ~ NaN and Infinity are no JSON numbers
          {"a": 1          ~ 1 ~ 8  ~ the text ends too early, a } is missing
          [1               ~ 1 ~ 3  ~ the text ends too early, a ] is missing
          "abc             ~ 1 ~ 5  ~ the text ends inside a string, its closing " is missing
          // no            ~ 1 ~ 1  ~ comments are not allowed in JSON
          01               ~ 1 ~ 2  ~ a number must not start with 0 unless it is 0 or 0.…
          +1               ~ 1 ~ 2  ~ a number must look like 12, -3.5 or 1e6
          {} {}            ~ 1 ~ 4  ~ there is more text after the end of the JSON value
          {} ]             ~ 1 ~ 4  ~ ] closes nothing
          {"a": 1, "a": 2} ~ 1 ~ 10 ~ the name "a" stands twice in one object
          "\\ud800"        ~ 1 ~ 1  ~ this text holds half of a surrogate pair, which is no character
          "\\x"            ~ 1 ~ 3  ~ a \\ inside a string must be followed by one of " \\ / b f n r t u, or be written \\\\
          1e99999999999    ~ 1 ~ 1  ~ the number 1e99999999999 is too large or too small
          1e401            ~ 1 ~ 1  ~ the number 1e401 is too large or too small
          """)
  void saysWhereAndWhyATextIsNotJson(String text, int line, int column, String sentence) {
    assertThat(JsonText.parseError(text)).contains(new JsonError(line, column, sentence));
  }

  @Test
  void countsLinesAndColumnsOfALaterLine() {
    var error = JsonText.parseError("{\n  \"ü🚢\": 1,\n  oops\n}");

    assertThat(error)
        .contains(new JsonError(3, 3, "a name in double quotes is expected, not oops"))
        .map(JsonError::toString)
        .hasValueSatisfying(text -> assertThat(text).startsWith("line 3, column 3: "));
  }

  @Test
  void aLineEndInsideAStringIsNamed() {
    assertThat(JsonText.parseError("[\n\"a\nb\"]"))
        .hasValueSatisfying(error -> {
          assertThat(error.line()).isEqualTo(2);
          assertThat(error.sentence()).contains("line end or control character");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\n"})
  void anEmptyTextIsNotJson(String text) {
    assertThat(JsonText.parseError(text))
        .hasValueSatisfying(error -> assertThat(error.sentence()).startsWith("the text is empty"));
  }

  @Test
  void deepNestingIsRefusedBeforeItCostsTheStack() {
    var error = JsonText.parseError("[".repeat(1_000_000));

    assertThat(error)
        .contains(new JsonError(1, 201, "arrays and objects are nested deeper than 200 levels"));
  }

  @Test
  void longNumbersAreRefused() {
    assertThat(JsonText.parseError("9".repeat(401)))
        .hasValueSatisfying(
            error -> assertThat(error.sentence()).isEqualTo("a number has more than 400 digits"));
  }

  @Test
  void compactKeepsOrderOfNamesAndSpellingOfNumbers() {
    var compact = JsonText.compact(" { \"b\" : 1.50 , \"a\" : [ true , null , \"x y\" ] } ");

    assertThat(compact).isEqualTo("{\"b\":1.50,\"a\":[true,null,\"x y\"]}");
  }

  @Test
  void prettyPutsOneMemberOnALineAndShortArraysOnOne() {
    var pretty = JsonText.pretty("{\"if\":[{\"var\":\"a\"},[\"red\",25],{}],\"e\":[]}");

    assertThat(pretty)
        .isEqualTo(
            """
            {
              "if": [
                {
                  "var": "a"
                },
                ["red", 25],
                {}
              ],
              "e": []
            }\
            """);
    assertThat(JsonText.compact(pretty))
        .isEqualTo("{\"if\":[{\"var\":\"a\"},[\"red\",25],{}],\"e\":[]}");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(JsonText.quote("\"\\\n\t\u0001\u2028é🚢"))
        .isEqualTo("\"\\\"\\\\\\n\\t\\u0001\\u2028é🚢\"");
    assertThat(JsonText.compact("\"\\u0041\\/\"")).isEqualTo("\"A/\"");
  }

  @Test
  void sameMeaningIgnoresOrderAndSpelling() {
    var one = JsonText.tree("{\"a\":1.0,\"b\":[1e2,null]}");
    var other = JsonText.tree("{\"b\":[100,null],\"a\":1}");

    assertThat(one.sameAs(other)).isTrue();
    assertThat(one.sameAs(JsonText.tree("{\"b\":[null,100],\"a\":1}"))).isFalse();
    assertThat(one.sameAs(JsonText.tree("{\"a\":1,\"c\":[100,null]}"))).isFalse();
  }

  @Test
  void laidOutTextNeedsJson() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.pretty("{"));
  }

  @Test
  void aPathQuotesUnusualNames() {
    var path =
        JsonPath.ROOT.member("flags").member("a.b").member("targeting").member("==").element(1);

    assertThat(path).hasToString("flags[\"a.b\"].targeting.==[1]");
  }
}
