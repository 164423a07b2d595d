package dev.flotilla.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.schema.SchemaReading.Usable;
import dev.flotilla.openfeature.json.JsonText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SchemaGuessTest {
  @Test
  void whatAllValuesHaveIsRequired() {
    assertThat(JsonText.compact(SchemaGuess.of(List.of("{\"a\":1}", "{\"a\":2,\"b\":[\"x\"]}"))))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"},"
                + "\"b\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
                + "\"required\":[\"a\"],\"additionalProperties\":false}");
  }

  @Test
  void allValuesFollowTheGuess() {
    List<String> values =
        List.of(
            "{\"a\":{\"b\":null},\"c\":[1,\"x\",{\"d\":true}]}",
            "{\"a\":{\"b\":3},\"c\":[]}",
            "{\"a\":{},\"e\":[[1],[2]]}");

    Usable guess = (Usable) ValueSchema.read(SchemaGuess.of(values), Locale.ENGLISH);

    for (String value : values) {
      assertThat(guess.schema().check(value, Locale.ENGLISH)).as(value).isEmpty();
    }
  }

  @Test
  void noValuesGiveASchemaThatAllowsEverything() {
    assertThat(SchemaGuess.of(List.of())).isEqualTo("{}");
  }
}
