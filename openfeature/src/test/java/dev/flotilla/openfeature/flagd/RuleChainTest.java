package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleChainTest {
  @Test
  void aChainBecomesItsRulesAndTheRest() {
    var chain =
        RuleChain.of(
            "{\"if\": [{\"var\": \"a\"}, \"x\", {\"var\": \"b\"}, \"y\", {\"var\": \"c\"}]}");

    assertThat(chain)
        .contains(
            new RuleChain(
                List.of(RuleDraft.of("{\"var\":\"a\"}", "x"), RuleDraft.of("{\"var\":\"b\"}", "y")),
                Optional.of("{\"var\":\"c\"}")));
  }

  @Test
  void aRestThatIsAChainBelongsToIt() {
    var chain =
        RuleChain.of(
            "{\"if\":[{\"var\":\"a\"},\"x\",{\"if\":[{\"var\":\"b\"},\"y\",{\"if\":[1]}]}]}");

    assertThat(chain)
        .contains(
            new RuleChain(
                List.of(RuleDraft.of("{\"var\":\"a\"}", "x"), RuleDraft.of("{\"var\":\"b\"}", "y")),
                Optional.of("{\"if\":[1]}")));
  }

  @Test
  void aRestThatIsNoExpressionBecomesTheLastRule() {
    assertThat(RuleChain.of("{\"if\":[{\"var\":\"a\"},\"x\",\"y\"]}"))
        .contains(
            new RuleChain(
                List.of(
                    RuleDraft.of("{\"var\":\"a\"}", "x"),
                    new RuleDraft(Optional.empty(), Value.of("y"))),
                Optional.empty()));
    assertThat(RuleChain.of("{\"if\":[{\"var\":\"a\"},\"x\",true]}").orElseThrow().rules())
        .last()
        .isEqualTo(new RuleDraft(Optional.empty(), new Value.Json("true")));
  }

  @Test
  void nothingIsLeftWhereTheDefaultIsServed() {
    var rules = List.of(RuleDraft.of("{\"var\":\"a\"}", "x"));

    assertThat(RuleChain.of("{\"if\":[{\"var\":\"a\"},\"x\"]}"))
        .contains(new RuleChain(rules, Optional.empty()));
    assertThat(RuleChain.of("{\"if\":[{\"var\":\"a\"},\"x\",null]}"))
        .contains(new RuleChain(rules, Optional.empty()));
  }

  @Test
  void whatAlwaysHoldsIsNoConditionAndOutcomesStayWhatTheyAre() {
    var chain =
        RuleChain.of("{\"if\":[true,{\"fractional\":[[\"a\",1]]},\"true\",null,false,1.50]}")
            .orElseThrow();

    assertThat(chain.rules())
        .containsExactly(
            new RuleDraft(Optional.empty(), new Value.Json("{\"fractional\":[[\"a\",1]]}")),
            new RuleDraft(Optional.of("\"true\""), new Value.Json("null")),
            new RuleDraft(Optional.of("false"), new Value.Json("1.50")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"x\"",
        "{",
        "{\"if\":[]}",
        "{\"if\":[1]}",
        "{\"if\":{\"var\":\"a\"}}",
        "{\"or\":[1,2]}",
        "{\"if\":[1,2],\"or\":[1,2]}",
        "{\"if\":[1,2],\"if\":[1,2]}",
        "{\"if\":[{\"a\":1,\"a\":2},2]}"
      })
  void anythingElseIsNoChain(String json) {
    assertThat(RuleChain.of(json)).isEmpty();
  }
}
