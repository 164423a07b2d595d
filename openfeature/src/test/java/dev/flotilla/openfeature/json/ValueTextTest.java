package dev.flotilla.openfeature.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.ParsedValue.Ok;
import dev.flotilla.openfeature.json.ParsedValue.Wrong;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @Test
  void readsAValueOfEachType() {
    assertThat(ValueText.parse(FlagType.BOOLEAN, " True ")).isEqualTo(new Ok(Value.of(true)));
    assertThat(ValueText.parse(FlagType.NUMBER, "-1.50"))
        .isEqualTo(new Ok(new Value.Number(new BigDecimal("-1.5"))));
    assertThat(ValueText.parse(FlagType.STRING, " as it is "))
        .isEqualTo(new Ok(Value.of(" as it is ")));
    assertThat(ValueText.parse(FlagType.OBJECT, "{ \"b\": 1, \"a\": [] }"))
        .isEqualTo(new Ok(new Value.Json("{\"b\":1,\"a\":[]}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          BOOLEAN | on         | Write true or false, not "on".
          BOOLEAN | ``         | Write true or false, not nothing.
          NUMBER  | 1,5        | Write a number such as 12, -3.5 or 1e6, not "1,5".
          NUMBER  | "1"        | Write a number such as 12, -3.5 or 1e6, not "\\"1\\"".
          NUMBER  | 1e9999     | Write a number such as 12, -3.5 or 1e6, not "1e9999".
          OBJECT  | {"a": }    | This is not JSON, line 1, column 7: a value is missing before }.
          OBJECT  | [1]        | Write a JSON object such as {"key": 1}, not an array.
          OBJECT  | {"a":1,"a":2} | This is not JSON, line 1, column 8: the name "a" stands twice in one object.
          """)
  void saysWhatToWriteInstead(FlagType type, String typed, String sentence) {
    assertThat(ValueText.parse(type, typed)).isEqualTo(new Wrong(sentence));
  }

  @Test
  void longTextsAndHalvesOfCharactersAreNoValues() {
    var tooLong = "x".repeat(ModelLimits.VALUE_BYTES_MAX + 1);

    assertThat(ValueText.parse(FlagType.STRING, tooLong))
        .isEqualTo(new Wrong("The value is longer than 64 KiB."));
    assertThat(ValueText.parse(FlagType.STRING, "a\ud800b")).isInstanceOf(Wrong.class);
  }

  /// 1e999999999 has few letters and a thousand million digits: nobody may ever write it out.
  @Test
  void guessesTheTypeOfMetadataAndTakesHugeNumbersForText() {
    assertThat(ValueText.guess("true")).isEqualTo(new Ok(Value.of(true)));
    assertThat(ValueText.guess(" 2 ")).isEqualTo(new Ok(Value.Number.of(2)));
    assertThat(ValueText.guess("two ")).isEqualTo(new Ok(Value.of("two ")));
    assertThat(ValueText.guess("1e999999999")).isEqualTo(new Ok(Value.of("1e999999999")));
    assertThat(ValueText.guess("a\ud800b").problem()).isPresent();
  }

  @Test
  void writesJsonForEachValue() {
    assertThat(ValueText.toJson(Value.of(false))).isEqualTo("false");
    assertThat(ValueText.toJson(new Value.Number(new BigDecimal("1e3")))).isEqualTo("1000");
    assertThat(ValueText.toJson(Value.of("a\"b"))).isEqualTo("\"a\\\"b\"");
    assertThat(ValueText.toJson(new Value.Json("{\"a\":1}"))).isEqualTo("{\"a\":1}");
    assertThat(ValueText.toJson(Value.absent())).isEqualTo("null");
  }

  @Test
  void editorsSeeObjectsLaidOutAndTextsAsTheyAre() {
    assertThat(ValueText.edit(new Value.Json("{\"a\":1}"))).isEqualTo("{\n  \"a\": 1\n}");
    assertThat(ValueText.edit(Value.of("a\nb"))).isEqualTo("a\nb");
    assertThat(ValueText.show(new Value.Json("{\"a\":1}"))).isEqualTo("{\"a\":1}");
  }
}
