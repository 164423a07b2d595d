package dev.flotilla.openfeature.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.openfeature.json.JsonText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("JSONLogic with flagd's operators")
final class JsonLogicTest {
  private static final String DATA =
      """
      {"a":1,"name":"Ana","empty":"","list":[1,2,3],"user":{"age":37,"tags":["x","y"]},
       "version":"2.1.3","half":1.5,"no":null,"$flagd":{"flagKey":"f","timestamp":100}}
      """;

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // data
        "{\"var\":\"a\"} | 1",
        "{\"var\":\"user.age\"} | 37",
        "{\"var\":\"user.tags.1\"} | \"y\"",
        "{\"var\":\"user.tags.7\"} | null",
        "{\"var\":[\"gone\",\"x\"]} | \"x\"",
        "{\"var\":[\"no\",7]} | 7",
        "{\"var\":\"$flagd.flagKey\"} | \"f\"",
        "{\"missing\":[\"a\",\"gone\",\"empty\"]} | [\"gone\",\"empty\"]",
        "{\"missing\":\"gone\"} | [\"gone\"]",
        "{\"missing_some\":[1,[\"a\",\"gone\"]]} | []",
        "{\"missing_some\":[2,[\"a\",\"gone\"]]} | [\"gone\"]",
        // choice
        "{\"if\":[false,1,{\"var\":\"a\"},2,3]} | 2",
        "{\"if\":[false,1]} | null",
        "{\"if\":[false,1,3]} | 3",
        "{\"if\":[7]} | 7",
        "{\"and\":[1,\"\",3]} | \"\"",
        "{\"and\":[1,2,3]} | 3",
        "{\"or\":[0,\"\",3]} | 3",
        "{\"!\":[[]]} | true",
        "{\"!\":{\"var\":\"a\"}} | false",
        "{\"!!\":[\"0\"]} | true",
        // comparison
        "{\"==\":[1,\"1\"]} | true",
        "{\"==\":[0,false]} | true",
        "{\"==\":[null,0]} | false",
        "{\"===\":[1,\"1\"]} | false",
        "{\"===\":[1,1.0]} | true",
        "{\"!=\":[1,\"2\"]} | true",
        "{\"!==\":[1,\"1\"]} | true",
        "{\"<\":[1,{\"var\":\"half\"},2]} | true",
        "{\"<\":[1,3,2]} | false",
        "{\"<=\":[1,1]} | true",
        "{\">\":[\"10\",9]} | true",
        "{\">\":[\"b\",\"a\"]} | true",
        "{\">=\":[2,\"x\"]} | false",
        // arithmetic
        "{\"+\":[1,\"2\",3]} | 6",
        "{\"-\":[5,2]} | 3",
        "{\"-\":[5]} | -5",
        "{\"*\":[2,3,4]} | 24",
        "{\"/\":[1,4]} | 0.25",
        "{\"/\":[1,0]} | null",
        "{\"%\":[7,4]} | 3",
        "{\"min\":[3,1,2]} | 1",
        "{\"max\":[3,1,2]} | 3",
        // texts and lists
        "{\"cat\":[\"a\",1,null,true]} | \"a1true\"",
        "{\"substr\":[\"jsonlogic\",4]} | \"logic\"",
        "{\"substr\":[\"jsonlogic\",-5]} | \"logic\"",
        "{\"substr\":[\"jsonlogic\",1,3]} | \"son\"",
        "{\"substr\":[\"jsonlogic\",4,-2]} | \"log\"",
        "{\"in\":[\"n\",{\"var\":\"name\"}]} | true",
        "{\"in\":[2,{\"var\":\"list\"}]} | true",
        "{\"in\":[\"2\",{\"var\":\"list\"}]} | false",
        "{\"in\":[1,{\"var\":\"gone\"}]} | false",
        "{\"merge\":[[1,2],3,[4]]} | [1,2,3,4]",
        "{\"map\":[{\"var\":\"list\"},{\"*\":[{\"var\":\"\"},2]}]} | [2,4,6]",
        "{\"filter\":[{\"var\":\"list\"},{\">\":[{\"var\":\"\"},1]}]} | [2,3]",
        "{\"all\":[{\"var\":\"list\"},{\">\":[{\"var\":\"\"},0]}]} | true",
        "{\"all\":[[],true]} | false",
        "{\"none\":[{\"var\":\"list\"},{\">\":[{\"var\":\"\"},5]}]} | true",
        "{\"some\":[{\"var\":\"user.tags\"},{\"==\":[{\"var\":\"\"},\"y\"]}]} | true",
        "{\"reduce\":[{\"var\":\"list\"},{\"+\":[{\"var\":\"current\"},{\"var\":\"accumulator\"}]},0]} | 6",
        // flagd's own
        "{\"starts_with\":[{\"var\":\"name\"},\"An\"]} | true",
        "{\"ends_with\":[{\"var\":\"name\"},\"An\"]} | false",
        "{\"starts_with\":[{\"var\":\"a\"},\"1\"]} | null",
        "{\"sem_ver\":[{\"var\":\"version\"},\"^\",\"2.9.0\"]} | true",
        "{\"sem_ver\":[{\"var\":\"version\"},\"~\",\"2.2.0\"]} | false",
        "{\"sem_ver\":[{\"var\":\"half\"},\">=\",\"1.5\"]} | true",
        "{\"sem_ver\":[\"v1.0.0\",\"=\",\"1.0.0+build\"]} | true",
        "{\"sem_ver\":[\"1.0.0-rc.2\",\"<\",\"1.0.0-rc.10\"]} | true",
        "{\"sem_ver\":[\"1.0.0-rc.2\",\"<\",\"1.0.0\"]} | true",
        "{\"sem_ver\":[\"1.2.3.4\",\"=\",\"1.2.3\"]} | null",
        "{\"sem_ver\":[{\"var\":\"name\"},\"=\",\"1.2.3\"]} | null",
        "{\"$ref\":\"gone\"} | null",
      })
  void gives(String rule, String expected) {
    assertThat(evaluate(rule, DATA)).isEqualTo(expected);
  }

  // Published vectors: flagd-testbed, evaluator/gherkin/fractional.feature.
  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource({"jack,hearts", "queen,spades", "ten,clubs", "nine,diamonds", "3,clubs"})
  void splitsByAnAttributeAsFlagdDoes(String name, String expected) {
    var rule =
        """
        {"fractional":[{"cat":[{"var":"$flagd.flagKey"},{"var":"user.name"}]},
          ["clubs",25],["diamonds",25],["hearts",25],["spades",25]]}
        """;

    var data =
        "{\"$flagd\":{\"flagKey\":\"fractional-flag\"},\"user\":{\"name\":\"" + name + "\"}}";

    assertThat(evaluate(rule, data)).isEqualTo("\"" + expected + "\"");
  }

  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource({"jon@company.com,heads", "jane@company.com,tails"})
  void splitsByFlagAndSubjectWhereNothingIsSaid(String subject, String expected) {
    var data =
        "{\"$flagd\":{\"flagKey\":\"fractional-flag-shorthand\"},\"targetingKey\":\""
            + subject
            + "\"}";

    var result = evaluate("{\"fractional\":[[\"heads\"],[\"tails\",1]]}", data);

    assertThat(result).isEqualTo("\"" + expected + "\"");
  }

  // The edges of the hash: 0, 1, 2^31 - 1, 2^31 and 2^32 - 1.
  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource({
    "ejOoVL,lower",
    "bY9fO-,lower",
    "SI7p-,lower",
    "6LvT0,upper",
    "ceQdGm,upper",
  })
  void readsTheHashWithoutSign(String subject, String expected) {
    var rule = "{\"fractional\":[{\"var\":\"targetingKey\"},[\"lower\",50],[\"upper\",50]]}";

    var result = evaluate(rule, "{\"targetingKey\":\"%s\"}".formatted(subject));

    assertThat(result).isEqualTo("\"" + expected + "\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fractional\":[[\"a\",0],[\"b\",0]]}",
        "{\"fractional\":[[\"a\",\"x\"]]}",
        "{\"fractional\":[[\"a\",2147483647],[\"b\",1]]}",
        "{\"fractional\":[]}",
        "{\"fractional\":[{\"var\":\"gone\"},\"a\"]}",
      })
  void aSplitThatCannotBeMadeIsNull(String rule) {
    var data = "{\"targetingKey\":\"x\",\"$flagd\":{\"flagKey\":\"f\"}}";

    assertThat(evaluate(rule, data)).isEqualTo("null");
  }

  @Test
  void weightsCanBeComputedAndCountAsNothingBelowZero() {
    var rule = "{\"fractional\":[{\"var\":\"k\"},[\"a\",{\"-\":[1,2]}],[\"b\",{\"+\":[1,2]}]]}";

    assertThat(evaluate(rule, "{\"k\":\"x\"}")).isEqualTo("\"b\"");
  }

  @Test
  void endsRulesThatWouldGoOnForever() {
    var list = "[0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9]";
    var rule = "1";
    for (int depth = 0; depth < 6; depth++) {
      rule = "{\"map\":[" + list + "," + rule + "]}";
    }
    var endless = rule;

    assertThatThrownBy(() -> evaluate(endless, "{}")).isInstanceOf(JsonLogic.TooLong.class);
  }

  private static String evaluate(String rule, String data) {
    return JsonText.compact(
        new JsonLogic(References.NONE).evaluate(JsonText.tree(rule), JsonText.tree(data)));
  }
}
