package dev.flotilla.openfeature.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.openfeature.json.JsonText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSONLogic laid out for reading")
final class LogicTextTest {
  @Test
  void testsStandOnOneLine() {
    var json =
        "{\"if\":[{\"==\":[{\"var\":\"country\"},\"CH\"]},\"on\","
            + "{\"and\":[{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:Risk\"}]},"
            + "{\"==\":[{\"var\":\"country\"},\"DE\"]}]},\"off\"]}";

    assertThat(LogicText.pretty(json))
        .isEqualTo(
            """
            {"if": [
              {"==": [{"var": "country"}, "CH"]},
              "on",
              {"and": [
                {"in": [
                  {"var": "machine"},
                  {"$ref": "tagset:Risk"}
                ]},
                {"==": [{"var": "country"}, "DE"]}
              ]},
              "off"
            ]}\
            """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"a\\nb\"",
        "{\"a\":{},\"b\":[[],[1,2.50]]}",
        "{\"fractional\":[{\"cat\":[{\"var\":\"$flagd.flagKey\"},{\"var\":\"machine\"}]},[\"on\",10],[\"off\",90]]}",
      })
  void saysTheSame(String json) {
    assertThat(JsonText.compact(LogicText.pretty(json))).isEqualTo(json);
  }
}
