package dev.flotilla.model;

import static dev.flotilla.model.Desk.set;
import static dev.flotilla.model.Refusal.Reason.INVALID_VALUE;
import static dev.flotilla.model.Refusal.Reason.IN_USE;
import static dev.flotilla.model.Refusal.Reason.TOO_LARGE;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_ENVIRONMENT;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_FLAG;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_RULE;
import static dev.flotilla.model.Refusal.Reason.UNKNOWN_VARIANT;
import static dev.flotilla.model.Refusal.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.sequence.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Targeting rules: what edits of one person do, and what they are refused for.
class RulesTest {
  private static final EntityId FLAG = EntityId.flag("fast");
  private static final String PRODUCTION = "production";

  private final Desk desk = new Desk();

  @BeforeEach
  void thereIsAFlag() {
    desk.edit(Edit.CreateFlag.bool("fast"));
  }

  @Test
  void rulesStandWhereTheyWerePut() {
    add("b", new Place.Last());
    add("d", new Place.Last());
    add("a", new Place.First());
    add("c", new Place.After(id("b")));
    add("b2", new Place.Before(id("c")));
    assertThat(names()).containsExactly("a", "b", "b2", "c", "d");

    move("d", new Place.First());
    move("a", new Place.Last());
    move("b2", new Place.After(id("c")));
    move("c", new Place.Before(id("b")));

    assertThat(names()).containsExactly("d", "c", "b", "b2", "a");
  }

  @Test
  void aRuleKeepsItsIdWhateverBecomesOfIt() {
    add("a", new Place.Last());
    add("b", new Place.Last());
    var id = id("a");
    var number = id.substring(0, id.indexOf('-'));

    desk.edit(
        new Edit.MoveRule("fast", PRODUCTION, number, new Place.Last()),
        Edit.setCondition("fast", PRODUCTION, id, Optional.empty()),
        Edit.setOutcome("fast", PRODUCTION, id, new Value.Json("null")));

    assertThat(rules().getLast())
        .isEqualTo(new Rule(id, Optional.empty(), new Value.Json("null"), false));
    assertThat(setting().rule(number)).contains(rules().getLast());
    assertThat(setting().rule(id)).contains(rules().getLast());
    assertThat(setting().rule(number.substring(0, number.length() - 1))).isEmpty();
    assertThat(setting().rule("")).isEmpty();
  }

  @Test
  void applicationsEvaluateTheRulesAndThenTheRest() {
    assertThat(setting().effectiveTargeting()).isEmpty();
    desk.edit(set(FLAG, FieldNames.targeting(PRODUCTION), new Value.Json("{\"var\":\"x\"}")));
    assertThat(setting().effectiveTargeting()).contains("{\"var\":\"x\"}");

    desk.edit(
        new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("{\"a\":1}", "on"), new Place.Last()),
        new Edit.AddRule(
            "fast",
            PRODUCTION,
            new RuleDraft(Optional.empty(), new Value.Json("{\"fractional\":[]}")),
            new Place.Last()));

    assertThat(setting().effectiveTargeting())
        .contains("{\"if\":[{\"a\":1},\"on\",true,{\"fractional\":[]},{\"var\":\"x\"}]}");
    desk.edit(set(FLAG, FieldNames.targeting(PRODUCTION), Value.absent()));
    assertThat(setting().effectiveTargeting())
        .contains("{\"if\":[{\"a\":1},\"on\",true,{\"fractional\":[]}]}");
  }

  @Test
  void namesOfVariantsAreQuotedAsJson() {
    var odd = "a\"b\\c\nü";
    var setting =
        new FlagSetting(
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(new Rule("1-a", Optional.empty(), Value.of(odd), false)));

    assertThat(setting.effectiveTargeting()).contains("{\"if\":[true,\"a\\\"b\\\\c\\u000aü\"]}");
  }

  @Test
  void whatAnotherProgramWroteWronglyAppliesToNobody() {
    add("a", new Place.Last());
    desk.edit(Edit.setCondition("fast", PRODUCTION, id("a"), Optional.empty()));
    var rule = rules().getFirst().id();
    desk.applyUnseen(new Slot.Field(FLAG, FieldNames.outcome(PRODUCTION, rule)), Value.of(true));
    desk.applyUnseen(
        new Slot.Field(FLAG, FieldNames.condition(PRODUCTION, rule)), Value.Number.of(1));

    assertThat(setting().effectiveTargeting()).contains("{\"if\":[false,null]}");
  }

  /// A condition that ends its own rule and begins another would be read as the author's.
  @Test
  void aConditionThatIsNoJsonAppliesToNobody() {
    add("a", new Place.Last());
    add("b", new Place.Last());
    var first = rules().getFirst().id();
    desk.applyUnseen(
        new Slot.Field(FLAG, FieldNames.condition(PRODUCTION, first)),
        new Value.Json("true,\"on\",false"));
    desk.applyUnseen(
        new Slot.Field(FLAG, FieldNames.outcome(PRODUCTION, first)), new Value.Json("null],[1"));

    assertThat(setting().effectiveTargeting().orElseThrow()).startsWith("{\"if\":[false,null,");
  }

  @Test
  void targetingThatIsNoJsonStaysWhatItIs() {
    add("a", new Place.Last());
    desk.applyUnseen(
        new Slot.Field(FLAG, FieldNames.targeting(PRODUCTION)), new Value.Json("null],[1"));

    assertThat(setting().effectiveTargeting()).contains("null],[1");
  }

  @Test
  void aRuleWithoutAPlaceStandsLast() {
    desk.applyUnseen(new Slot.Element(FLAG, FieldNames.rules(PRODUCTION), "0-odd"), Value.of(true));
    add("a", new Place.Last());
    add("b", new Place.Last());

    assertThat(rules()).extracting(Rule::id).last().isEqualTo("0-odd");
    desk.edit(new Edit.MoveRule("fast", PRODUCTION, "0-odd", new Place.First()));
    assertThat(rules()).extracting(Rule::id).first().isEqualTo("0-odd");
  }

  @Test
  void aPositionElsewhereThanInARuleIsNoPosition() {
    var slot = new Slot.Field(FLAG, FieldNames.OWNER);
    desk.applyUnseen(slot, new Value.Position(Origin.START));

    assertThat(desk.now().entity(FLAG).orders()).isEmpty();
    assertThat(desk.flag("fast").owner()).isEmpty();
  }

  @Test
  void theWholeTargetingIsReplacedInOneChange() {
    add("a", new Place.Last());

    desk.edit(
        new Edit.ReplaceTargeting(
            "fast",
            PRODUCTION,
            List.of(RuleDraft.of("\"x\"", "on"), RuleDraft.of("\"y\"", "off")),
            Optional.of("\"off\"")));

    assertThat(names()).containsExactly("x", "y");
    assertThat(setting().targeting()).contains("\"off\"");
    desk.edit(new Edit.ReplaceTargeting("fast", PRODUCTION, List.of(), Optional.empty()));
    assertThat(setting()).isEqualTo(FlagSetting.OFF);
  }

  @Test
  void aFlagIsCreatedWithItsRules() {
    var rules =
        List.of(
            new Rule("ignored", Optional.of("\"a\""), Value.of("on"), false),
            new Rule("too", Optional.of("\"b\""), Value.of("off"), false));
    desk.edit(
        Edit.CreateFlag.bool("other")
            .withSettings(
                Map.of(
                    PRODUCTION, new FlagSetting(true, Optional.empty(), Optional.empty(), rules))));

    assertThat(desk.flag("other").setting(PRODUCTION).rules())
        .extracting(Rule::draft)
        .containsExactly(rules.get(0).draft(), rules.get(1).draft());
  }

  @Test
  void aRuleThatIsNotThere() {
    add("a", new Place.Last());
    var id = id("a");

    desk.refuses(
        UNKNOWN_RULE,
        "Flag \"fast\" has no rule \"99\" in production. Rules here: %s.".formatted(id),
        new Edit.RemoveRule("fast", PRODUCTION, "99"));
    desk.refuses(
        UNKNOWN_RULE,
        "Flag \"fast\" has no rule \"99\" in production. Rules here: %s.".formatted(id),
        new Edit.MoveRule("fast", PRODUCTION, id, new Place.After("99")));
    desk.refuses(
        UNKNOWN_RULE,
        "Flag \"fast\" has no rule \"99\" in development. There are none yet.",
        Edit.setCondition("fast", "development", "99", Optional.empty()));
  }

  @Test
  void aNumberThatTwoRulesHave() {
    var rule = new RuleRef(PRODUCTION, "5-00000001");
    var other = new RuleRef(PRODUCTION, "5-00000002");
    desk.applyUnseen(rule.presence(FLAG), Value.of(true));
    desk.applyUnseen(other.presence(FLAG), Value.of(true));

    desk.refuses(
        UNKNOWN_RULE,
        "Flag \"fast\" has several rules \"5\" in production. Rules here: 5-00000001, 5-00000002.",
        new Edit.RemoveRule("fast", PRODUCTION, "5"));
    desk.edit(new Edit.RemoveRule("fast", PRODUCTION, "5-00000002"));
    assertThat(rules()).hasSize(1);
  }

  @Test
  void anIdThatIsTakenGetsALongerOne() {
    long next = desk.now().vector().get(Desk.REPLICA) + 2;
    var taken = new RuleRef(PRODUCTION, next + "-" + Desk.REPLICA.shortName());
    desk.applyUnseen(taken.presence(FLAG), Value.of(true));

    add("a", new Place.Last());

    assertThat(id("a")).isEqualTo(next + "-" + Desk.REPLICA);
  }

  @Test
  void rulesOfWhatIsNotThere() {
    desk.refuses(
        UNKNOWN_FLAG,
        "There is no flag \"slow\". Flags here: fast.",
        new Edit.AddRule("slow", PRODUCTION, RuleDraft.of("true", "on"), new Place.Last()));
    desk.refuses(
        UNKNOWN_ENVIRONMENT,
        "There is no environment \"prod\". Environments here: development, production.",
        new Edit.AddRule("fast", "prod", RuleDraft.of("true", "on"), new Place.Last()));
    desk.refuses(
        UNKNOWN_VARIANT,
        "Flag \"fast\" has no variant \"dim\". Variants here: off, on.",
        new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("true", "dim"), new Place.Last()));
  }

  @Test
  void outcomesAndPlacesThatAreNone() {
    add("a", new Place.Last());
    var id = id("a");

    desk.refuses(
        WRONG_TYPE,
        "The outcome of a rule must be the name of a variant or a JSON value, not true or false.",
        Edit.setOutcome("fast", PRODUCTION, id, Value.of(true)));
    desk.refuses(
        WRONG_TYPE,
        "The outcome of a rule must be the name of a variant or a JSON value, not nothing.",
        Edit.setOutcome("fast", PRODUCTION, id, Value.absent()));
    desk.refuses(
        WRONG_TYPE,
        "The condition of rule %s in production must be a JSON value, not a text.".formatted(id),
        set(FLAG, FieldNames.condition(PRODUCTION, id), Value.of("x")));
    desk.refuses(
        INVALID_VALUE,
        "The place of a rule has no value of its own. Move the rule instead.",
        set(FLAG, FieldNames.position(PRODUCTION, id), new Value.Position(Origin.START)));
    desk.refuses(
        INVALID_VALUE,
        "Rule \"%s\" cannot stand before or after itself. Name another rule.".formatted(id),
        new Edit.MoveRule("fast", PRODUCTION, id, new Place.After(id)));
  }

  @Test
  void aVariantThatARuleLeadsTo() {
    add("a", new Place.Last());

    desk.refuses(
        IN_USE,
        "Variant \"on\" is the outcome of rule %s of flag \"fast\" in production. Change that rule first."
            .formatted(id("a")),
        set(FLAG, FieldNames.variant("on"), Value.absent()));
  }

  @Test
  void moreRulesThanThereCanBe() {
    desk.edit(
        desk.many(ModelLimits.RULES_MAX, _ -> rule("true", new Place.Last())).toArray(Edit[]::new));

    desk.refuses(
        TOO_LARGE,
        "Flag \"fast\" has 256 rules in production already, which is as many as there can be. Remove one first.",
        rule("true", new Place.Last()));
  }

  @Test
  void moreRulesInTheirPlaceThanThereCanBe() {
    var rules = Collections.nCopies(ModelLimits.RULES_MAX + 1, RuleDraft.of("true", "on"));

    desk.refuses(
        TOO_LARGE,
        "Flag \"fast\" can have 256 rules in production, not 257. Give it fewer.",
        new Edit.ReplaceTargeting("fast", PRODUCTION, rules, Optional.empty()));
  }

  /// Each is placed after the position of the one before, which the edit itself has just made, and
  /// not after what it finds at the end of the list. What is removed leaves its positions there.
  @Test
  void asManyRulesAsThereCanBeStandInTheirOrderEachTimeTheyAreReplaced() {
    for (int round = 0; round < 3; round++) {
      var drafts = new ArrayList<RuleDraft>();
      for (int n = 0; n < ModelLimits.RULES_MAX; n++) {
        drafts.add(RuleDraft.of(round + "." + n, "on"));
      }
      desk.edit(new Edit.ReplaceTargeting("fast", PRODUCTION, drafts, Optional.empty()));

      assertThat(rules().stream().map(Rule::draft)).containsExactlyElementsOf(drafts);
    }
  }

  @Test
  void theSizeOfAnEditOfRulesIsNeverUnderestimated() {
    add("a", new Place.Last());
    add("b", new Place.Last());
    var position = new Slot.Field(FLAG, FieldNames.position(PRODUCTION, id("a")));
    for (int n = 1; n <= 3; n++) {
      var elsewhere =
          new Operation.Write(position, new Value.Position(Origin.START), new TreeSet<>());
      desk.apply(new ReplicaId(9, n), List.of(elsewhere));
    }
    var edits =
        List.of(
            rule("x".repeat(3_000), new Place.First()),
            new Edit.MoveRule("fast", PRODUCTION, id("a"), new Place.Last()),
            new Edit.RemoveRule("fast", PRODUCTION, id("b")),
            Edit.setCondition("fast", PRODUCTION, id("b"), Optional.of("y".repeat(900))),
            new Edit.ReplaceTargeting(
                "fast",
                PRODUCTION,
                List.of(RuleDraft.of("1", "on"), new RuleDraft(Optional.empty(), Value.of("off"))),
                Optional.of("z".repeat(500))));

    for (var edit : edits) {
      var operations = ((Plan.Accepted) desk.plan(edit)).operations();
      var size = EditPlanner.sizeAtMost(desk.now(), edit);
      assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(size.operations());
      assertThat(OperationCodec.size(Desk.REPLICA, operations))
          .as("%s", edit)
          .isLessThanOrEqualTo(size.bytes());
    }
  }

  private void add(String name, Place place) {
    desk.edit(rule('"' + name + '"', place));
  }

  private static Edit rule(String condition, Place place) {
    return new Edit.AddRule("fast", PRODUCTION, RuleDraft.of(condition, "on"), place);
  }

  private void move(String name, Place place) {
    desk.edit(new Edit.MoveRule("fast", PRODUCTION, id(name), place));
  }

  private String id(String name) {
    return rules().stream()
        .filter(rule -> rule.condition().equals(Optional.of('"' + name + '"')))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> names() {
    return rules().stream().map(rule -> rule.condition().orElse("").replace("\"", "")).toList();
  }

  private List<Rule> rules() {
    return setting().rules();
  }

  private FlagSetting setting() {
    return desk.flag("fast").setting(PRODUCTION);
  }
}
