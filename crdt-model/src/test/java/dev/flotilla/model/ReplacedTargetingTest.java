package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which rules stay the same when all of them are written anew.
class ReplacedTargetingTest {
  private static final EntityId FLAG = EntityId.flag("fast");
  private static final String PRODUCTION = "production";

  private final Desk desk = new Desk();

  @BeforeEach
  void thereIsAFlag() {
    desk.edit(Edit.CreateFlag.bool("fast"));
  }

  @Test
  void rulesThatStayTheSameInNewTargetingKeepTheirIds() {
    add("a");
    add("b");
    add("c");
    var ids = List.of(id("a"), id("b"), id("c"));

    var drafts =
        List.of(
            RuleDraft.of("\"c\"", "on"),
            RuleDraft.of("\"new\"", "off"),
            RuleDraft.of("\"a\"", "off"),
            RuleDraft.of("\"b\"", "on"));
    desk.edit(new Edit.ReplaceTargeting("fast", PRODUCTION, drafts, Optional.empty()));

    assertThat(rules().stream().map(Rule::draft)).containsExactlyElementsOf(drafts);
    assertThat(id("a")).isEqualTo(ids.get(0));
    assertThat(id("b")).isEqualTo(ids.get(1));
    assertThat(id("c")).isEqualTo(ids.get(2));
    assertThat(id("new")).isNotIn(ids);
  }

  @Test
  void aRuleWhoseConditionAloneIsNewStaysTheSameRule() {
    add("a");
    var before = id("a");

    desk.edit(
        new Edit.ReplaceTargeting(
            "fast", PRODUCTION, List.of(RuleDraft.of("\"b\"", "on")), Optional.empty()));

    assertThat(id("b")).isEqualTo(before);
  }

  /// Writing everything anew took the place of edits that others were making of the same rules.
  @Test
  void newTargetingWritesOnlyWhatIsNew() {
    add("a");
    add("b");
    var drafts = List.of(RuleDraft.of("\"a\"", "on"), RuleDraft.of("\"b\"", "off"));

    var plan =
        (Plan.Accepted)
            desk.plan(new Edit.ReplaceTargeting("fast", PRODUCTION, drafts, Optional.empty()));

    assertThat(plan.operations())
        .extracting(operation -> ((Operation.Write) operation).slot())
        .containsExactlyInAnyOrder(
            new Slot.Presence(FLAG),
            new Slot.Element(FLAG, FieldNames.rules(PRODUCTION), id("b")),
            new Slot.Field(FLAG, FieldNames.outcome(PRODUCTION, id("b"))));
  }

  private void add(String name) {
    desk.edit(
        new Edit.AddRule(
            "fast", PRODUCTION, RuleDraft.of("\"" + name + "\"", "on"), new Place.Last()));
  }

  private String id(String name) {
    return rules().stream()
        .filter(rule -> rule.condition().equals(Optional.of("\"" + name + "\"")))
        .map(Rule::id)
        .findFirst()
        .orElseThrow();
  }

  private List<Rule> rules() {
    return desk.flag("fast").setting(PRODUCTION).rules();
  }
}
