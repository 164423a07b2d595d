package dev.flotilla.openfeature.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.Condition.Always;
import dev.flotilla.openfeature.targeting.Condition.Group;
import dev.flotilla.openfeature.targeting.Condition.Match;
import dev.flotilla.openfeature.targeting.Condition.Raw;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Shared;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Conditions in parts")
final class ConditionTextTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"==\":[{\"var\":\"a\"},\"x\"]} | IS",
        "{\"!=\":[{\"var\":\"a\"},1]} | IS_NOT",
        "{\"===\":[{\"var\":\"a\"},true]} | IS_EXACTLY",
        "{\"!==\":[{\"var\":\"a\"},null]} | IS_NOT_EXACTLY",
        "{\"in\":[{\"var\":\"a\"},[\"x\",2]]} | ONE_OF",
        "{\"!\":[{\"in\":[{\"var\":\"a\"},[]]}]} | NONE_OF",
        "{\"in\":[\"x\",{\"var\":\"a\"}]} | CONTAINS",
        "{\"!\":{\"in\":[\"x\",{\"var\":\"a\"}]}} | CONTAINS_NOT",
        "{\"starts_with\":[{\"var\":\"a\"},\"x\"]} | STARTS_WITH",
        "{\"!\":[{\"starts_with\":[{\"var\":\"a\"},\"x\"]}]} | STARTS_NOT_WITH",
        "{\"ends_with\":[{\"var\":[\"a\"]},\"x\"]} | ENDS_WITH",
        "{\"!\":[{\"ends_with\":[{\"var\":\"a\"},\"x\"]}]} | ENDS_NOT_WITH",
        "{\"<\":[{\"var\":\"a\"},1]} | LESS",
        "{\"<=\":[{\"var\":\"a\"},1.50]} | AT_MOST",
        "{\">\":[{\"var\":\"a\"},1]} | MORE",
        "{\">=\":[{\"var\":\"a\"},1]} | AT_LEAST",
        "{\"<=\":[1,{\"var\":\"a\"},9]} | BETWEEN",
        "{\"<\":[1,{\"var\":\"a\"},9]} | STRICTLY_BETWEEN",
        "{\"sem_ver\":[{\"var\":\"a\"},\"=\",\"1.0.0\"]} | VERSION_IS",
        "{\"sem_ver\":[{\"var\":\"a\"},\"!=\",\"1.0.0\"]} | VERSION_IS_NOT",
        "{\"sem_ver\":[{\"var\":\"a\"},\"<\",\"1.0.0\"]} | VERSION_BEFORE",
        "{\"sem_ver\":[{\"var\":\"a\"},\"<=\",\"1.0.0\"]} | VERSION_AT_MOST",
        "{\"sem_ver\":[{\"var\":\"a\"},\">\",\"1.0.0\"]} | VERSION_AFTER",
        "{\"sem_ver\":[{\"var\":\"a\"},\">=\",\"1.0.0\"]} | VERSION_AT_LEAST",
        "{\"sem_ver\":[{\"var\":\"a\"},\"^\",\"1.0.0\"]} | VERSION_SAME_MAJOR",
        "{\"sem_ver\":[{\"var\":\"a\"},\"~\",\"1.0.0\"]} | VERSION_SAME_MINOR",
        "{\"missing\":[\"a\"]} | MISSING",
        "{\"!\":[{\"missing\":[\"a\"]}]} | THERE",
        "{\"!!\":[{\"var\":\"a\"}]} | TRUTHY",
        "{\"!\":[{\"var\":\"a\"}]} | FALSY",
      })
  void readsAndWritesEveryOperator(String json, Operator operator) {
    var read = (Condition.Test) ConditionText.read(json);

    assertThat(read.operator()).isEqualTo(operator);
    assertThat(read.attribute()).isEqualTo("a");
    assertSameRule(json);
  }

  @Test
  void readsSegmentsAndSharedRules() {
    var segment = "{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]}";

    assertThat(ConditionText.read(segment)).isEqualTo(new Segment("machine", true, "line-2"));
    assertThat(ConditionText.read("{\"!\":[" + segment + "]}"))
        .isEqualTo(new Segment("machine", false, "line-2"));
    assertThat(ConditionText.read("{\"$ref\":\"isAna\"}")).isEqualTo(new Shared("isAna", true));
    assertSameRule(segment);
    assertSameRule("{\"!\":[{\"$ref\":\"isAna\"}]}");
    assertThat(ConditionText.json(new Segment("machine", true, "a.b*ü")))
        .contains("{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:a%2Eb%2Aü\"}]}");
  }

  @Test
  void readsGroupsWithinGroups() {
    var json =
        "{\"and\":[{\"==\":[{\"var\":\"a\"},1]},{\"or\":[{\"!!\":[{\"var\":\"b\"}]},"
            + "{\"!\":[{\"or\":[{\"%\":[1,2]}]}]}]}]}";

    var read = (Group) ConditionText.read(json);

    assertThat(read.match()).isEqualTo(Match.ALL);
    assertThat(((Group) read.members().get(1)).match()).isEqualTo(Match.ANY);
    var none = (Group) ((Group) read.members().get(1)).members().get(1);
    assertThat(none).isEqualTo(new Group(Match.NONE, List.of(new Raw("{\"%\":[1,2]}"))));
    assertSameRule(json);
    assertThat(ConditionText.attributes(read)).containsExactly("a", "b");
  }

  @Test
  void noConditionAndTrueMeanAlways() {
    assertThat(ConditionText.read(Optional.empty())).isEqualTo(new Always());
    assertThat(ConditionText.read("true")).isEqualTo(new Always());
    assertThat(ConditionText.json(new Always())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"==\":[1,{\"var\":\"a\"}]}",
        "{\"==\":[{\"var\":[\"a\",\"x\"]},1]}",
        "{\"==\":[{\"var\":\"a\"},{\"var\":\"b\"}]}",
        "{\"==\":[{\"var\":\"a\"},1,2]}",
        "{\"sem_ver\":[\"1.0.0\",\"<\",{\"var\":\"a\"}]}",
        "{\"starts_with\":[{\"var\":\"a\"},1]}",
        "{\"missing\":[\"a\",\"b\"]}",
        "{\"!\":[{\"var\":\"a\"},1]}",
        "{\"!\":[{\"!!\":[{\"var\":\"a\"}]}]}",
        "{\"and\":[],\"or\":[]}",
        "{\"var\":\"a\"}",
        "false",
        "[1]",
        "{\"and\":{\"var\":\"a\"}}",
        "not JSON",
      })
  void keepsWhatItDoesNotKnowAsItIs(String json) {
    assertThat(ConditionText.read(json)).isEqualTo(new Raw(json));
    assertThat(ConditionText.json(ConditionText.read(json))).contains(json);
  }

  @Test
  void whatLiesTooDeepStaysJson() {
    var json = "{\"!!\":[{\"var\":\"a\"}]}";
    for (int depth = 0; depth < 6; depth++) {
      json = "{\"and\":[" + json + "]}";
    }

    assertThat(ConditionText.json(ConditionText.read(json))).contains(json);
    assertThat(ConditionText.read(json).toString()).contains("Raw");
  }

  private static void assertSameRule(String json) {
    var written = ConditionText.json(ConditionText.read(json)).orElseThrow();

    assertThat(Json.sameRule(JsonText.tree(json), JsonText.tree(written)))
        .as("%s came back as %s", json, written)
        .isTrue();
  }
}
