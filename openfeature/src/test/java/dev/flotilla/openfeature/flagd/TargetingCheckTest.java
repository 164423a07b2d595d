package dev.flotilla.openfeature.flagd;

import static dev.flotilla.openfeature.flagd.Finding.Severity.ERROR;
import static dev.flotilla.openfeature.flagd.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetingCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"if\":[{\"==\":[{\"var\":\"line\"},2]},\"fast\",null]}",
        "{\"if\":[{\"$ref\":\"shared\"}]}",
        "{\"fractional\":[{\"var\":\"$flagd.flagKey\"},[\"red\",25],[\"blue\"],[\"green\",{\"var\":\"w\"}]]}",
        "{\"sem_ver\":[{\"var\":[\"version\",\"0.0.0\"]},\"^\",\"1.2.3\"]}",
        "{\"<\":[1,{\"var\":\"x\"},3]}",
        "{\"!\":true}",
        "{\"missing_some\":[1,[\"a\",\"b\"]]}"
      })
  void takesWhatFlagdTakes(String rule) {
    assertThat(TargetingCheck.check(rule, Map.of("shared", "{}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"like":[1,2]}                       | like                 | there is no operator "like"
          {"==":[1]}                           | ==                   | needs exactly 2 arguments, not 1
          {"<":[1]}                            | <                    | needs 2 to 3 arguments, not 1
          {"if":[]}                            | if                   | needs at least one argument, not 0
          {"if":"on"}                          | if                   | needs an array of arguments, not text
          {"if":[{"var":"$flagd.now"}]}        | if[0].var            | flagd provides $flagd.flagKey and $flagd.timestamp, there is no $flagd.now
          {"or":[1],"==":[1,2]}                | ``                   | a rule holds one operator, == is one too many
          {"$ref":"shared"}                    | $ref                 | a $ref can only be an argument of an operator, and alone in its object
          {"!":{"$ref":5}}                     | !.$ref               | needs the name of a shared rule, not a number
          {"if":[{}]}                          | if[0]                | an empty object is no rule
          {"starts_with":[{"var":"id"},0]}     | starts_with[1]       | needs text or a rule, not a number
          {"sem_ver":["1.2","=","1.2.3"]}      | sem_ver[0]           | "1.2" is no semantic version such as 1.2.3 or 1.2.3-rc.1
          {"sem_ver":["1.2.0","*","1.2.3"]}    | sem_ver[1]           | needs one of = != > < >= <= ~ ^
          {"sem_ver":["1.2.0","=",1]}          | sem_ver[2]           | needs a version such as "1.2.3", or a var
          {"fractional":[["a",-1]]}            | fractional[0][1]     | needs a whole number of at least 0 or a rule, not -1
          {"fractional":[["a",2.5]]}           | fractional[0][1]     | needs a whole number of at least 0 or a rule, not 2.5
          {"fractional":[["a","25"]]}          | fractional[0][1]     | needs a whole number of at least 0 or a rule, not text
          {"fractional":["x",["a",1]]}         | fractional[0]        | needs a bucket such as ["red", 50] or a rule for the bucketing value, not text
          {"fractional":[["a",1],["b",1,2]]}   | fractional[1]        | a bucket is [variant] or [variant, weight]
          {"missing":["a",1]}                  | missing[1]           | needs the name of a property as text, not a number
          {"missing_some":["a",["b"]]}         | missing_some[0]      | needs a number, not text
          "on"                                 | ``                   | a rule is an object such as {"if": […]}, not text
          """)
  void saysWhereAndWhyARuleIsRefused(String rule, String path, String reason) {
    var findings = TargetingCheck.check(rule);

    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.severity()).isEqualTo(ERROR);
          assertThat(finding.path()).isEqualTo(path);
          assertThat(finding.reason()).isEqualTo(reason);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"if":[{"$ref":"gone"}]}                    | if[0].$ref  | there is no shared rule "gone" in $evaluators
          {"==":[1,2],"!=":[1,2]}                     | ``          | a rule holds one operator, != may be ignored
          {"in":[1,[{"like":1}]]}                     | in[1][0].like | there is no operator "like"
          {"!":[1,2]}                                 | !           | needs exactly one argument, not 2
          {"var":["$flagd.now"]}                      | var[0]      | flagd provides $flagd.flagKey and $flagd.timestamp, there is no $flagd.now
          {"fractional":[["a",0],["b",0]]}            | fractional  | the weights add up to 0, so it gives nothing
          {"fractional":[["a",2147483647],["b",1]]}   | fractional  | the weights add up to more than 2147483647
          {"fractional":[{"var":"email"}]}            | fractional  | has no bucket such as ["red", 50], so it gives nothing
          """)
  void warnsOfWhatTheSchemaLetsPassAndCannotWork(String rule, String path, String reason) {
    assertThat(TargetingCheck.check(rule, Map.of("shared", "{}")))
        .extracting(Finding::severity, Finding::path, Finding::reason)
        .containsExactly(tuple(WARNING, path, reason));
  }

  @Test
  void findsEverythingInTheOrderOfTheText() {
    var findings = TargetingCheck.check("{\n \"if\": [\n  {\"==\": [1]},\n  {\"like\": 1}\n ]\n}");

    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "if[0].== (line 3, column 10): needs exactly 2 arguments, not 1",
            "if[1].like (line 4, column 12): there is no operator \"like\"");
  }

  @Test
  void malformedTextHasOneFindingWithItsPlace() {
    assertThat(TargetingCheck.check("{\"if\": [}"))
        .extracting(Finding::toString)
        .containsExactly("line 1, column 9: a ] is missing before }");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    assertThat(TargetingCheck.check("{\"if\":[1],\"if\":[2]}"))
        .extracting(Finding::toString)
        .containsExactly("if (line 1, column 11): stands twice in one object");
  }

  @Test
  void aPartOfARuleMayBeAnyValueOrAReference() {
    assertThat(TargetingCheck.checkPart("true")).isEmpty();
    assertThat(TargetingCheck.checkPart("\"on\"")).isEmpty();
    assertThat(TargetingCheck.checkPart("{\"$ref\":\"late\"}")).isEmpty();
    assertThat(TargetingCheck.checkPart("{\"==\":[{\"var\":\"hall\"},2]}")).isEmpty();
    assertThat(TargetingCheck.checkPart("{\"like\":[1]}"))
        .singleElement()
        .asString()
        .contains("there is no operator \"like\"");
    assertThat(TargetingCheck.checkPart("{}")).singleElement().asString().contains("no rule");
    assertThat(TargetingCheck.checkPart("{")).hasSize(1);
  }
}
