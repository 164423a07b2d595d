package dev.flotilla.app.desktop.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.evaluate.Verdict;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetingFormTest {
  private static final String FLAG = "press-speed";
  private static final String PRODUCTION = "production";
  private static final String SWISS = "{\"==\":[{\"var\":\"country\"},\"CH\"]}";
  private static final String QA = "{\"starts_with\":[{\"var\":\"email\"},\"qa-\"]}";
  private static final String OLD = "{\"sem_ver\":[{\"var\":\"app.version\"},\"<\",\"4.2.0\"]}";

  private final SketchWorkspace sketch = new SketchWorkspace("Press");
  private WorkspaceModel model;
  private TargetingForm form;

  @BeforeEach
  void open() {
    sketch.edit(
        SketchWorkspace.ANA,
        Edit.CreateFlag.bool(FLAG).withSettings(Map.of(PRODUCTION, FlagSetting.of(true, "off"))),
        add(SWISS, "on"),
        add(QA, "on"),
        add(OLD, "off"),
        new Edit.CreateTagSet("line-2", ""),
        new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, "press-3"));
    model = Sketches.model(sketch);
    form = open(model);
  }

  private static TargetingForm open(WorkspaceModel model) {
    return new TargetingForm(
        model, FLAG, PRODUCTION, Sketches.TEXTS, InstantSource.fixed(SketchWorkspace.NOW));
  }

  @Test
  void theFormAndTheJsonSayTheSame() {
    assertThat(form.jsonProperty().get()).contains("{\"==\": [{\"var\": \"country\"}, \"CH\"]}");

    form.setCondition(key(0), new Segment("machine", true, "line-2"));
    assertThat(form.jsonProperty().get()).contains("\"$ref\": \"tagset:line-2\"");
    assertThat(form.changedProperty().get()).isTrue();

    form.jsonProperty().set("{\"if\":[" + SWISS + ",\"off\"]}");
    assertThat(form.draftProperty().get().rules())
        .singleElement()
        .satisfies(item -> assertThat(item.outcome()).isEqualTo(new Serve("off")));
  }

  @Test
  void theNextFormGoesOnWithWhatWasNotSavedAndWithWhatOthersMadeMeanwhile() {
    form.setOutcome(key(0), new Serve("off"));
    form.close();
    sketch.edit(SketchWorkspace.BEN, add(SWISS, "off"));

    TargetingForm next = open(model);

    assertThat(next.changedProperty().get()).isTrue();
    assertThat(next.draftProperty().get().rules()).hasSize(4);
    assertThat(next.draftProperty().get().rules().getFirst().outcome()).isEqualTo(new Serve("off"));
    next.discard();
    assertThat(open(model).changedProperty().get()).isFalse();
  }

  @Test
  void theNextFormHasTheJsonThatIsNotFinished() {
    form.jsonProperty().set("{\"if\": [");
    form.close();

    TargetingForm next = open(model);

    assertThat(next.jsonProperty().get()).isEqualTo("{\"if\": [");
    assertThat(next.problemProperty().get()).isNotEmpty();
  }

  @Test
  void nothingChangesUntilItIsSavedAsOneChange() {
    List<String> ids = ids();
    form.setOutcome(key(0), new Serve("off"));
    form.move(key(2), 0);
    form.add(new RuleDraft(Optional.empty(), Value.of("on")));
    assertThat(ids()).isEqualTo(ids);

    form.save();

    assertThat(ids().subList(0, 3)).containsExactly(ids.get(2), ids.get(0), ids.get(1));
    assertThat(rules().get(1).outcome()).isEqualTo(Value.of("off"));
    assertThat(rules()).hasSize(4);
    assertThat(form.changedProperty().get()).isFalse();
    model.undo();
    assertThat(ids()).isEqualTo(ids);
    assertThat(rules().getFirst().outcome()).isEqualTo(Value.of("on"));
  }

  @Test
  void newRulesAreSavedWhereTheyStandBetweenTheOthers() {
    form.duplicate(key(0));
    form.duplicate(key(0));
    form.move(key(4), 0);

    List<RuleDraft> wanted =
        form.draftProperty().get().rules().stream().map(RuleItem::draft).toList();
    form.save();

    assertThat(rules().stream().map(Rule::draft)).containsExactlyElementsOf(wanted);
  }

  @Test
  void rulesThatJsonStillHasKeepTheirIds() {
    List<String> ids = ids();
    form.jsonProperty()
        .set("{\"if\":[" + OLD + ",\"off\"," + SWISS + ",\"on\"," + QA + ",\"off\",null]}");

    form.save();

    assertThat(ids()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
  }

  @Test
  void jsonThatCannotBeReadIsKeptAndCannotBeSaved() {
    form.jsonProperty().set("{\"if\":[");

    assertThat(form.changedProperty().get()).isTrue();
    assertThat(form.problemProperty().get()).contains("line 1");
    assertThat(form.jsonProperty().get()).isEqualTo("{\"if\":[");
    form.save();
    assertThat(rules()).hasSize(3);
    form.discard();
    assertThat(form.jsonProperty().get()).contains("country");
    assertThat(form.problemProperty().get()).isEmpty();
  }

  @Test
  void aRuleThatFlagdWouldRefuseCannotBeSaved() {
    form.jsonProperty().set("{\"if\":[{\"no_such\":[1]},\"on\"]}");

    assertThat(form.problemProperty().get()).contains("no_such");
    assertThat(form.marks(form.jsonProperty().get())).hasSize(1);
  }

  @Test
  void whatOthersChangeElsewhereComesInWhileARuleIsEdited() {
    form.setOutcome(key(0), new Serve("off"));

    sketch.edit(
        SketchWorkspace.BEN,
        Edit.setCondition(FLAG, PRODUCTION, ids().get(1), Optional.of(OLD)),
        new Edit.AddRule(FLAG, PRODUCTION, RuleDraft.of(QA, "on"), new Place.First()));

    List<RuleItem> rules = form.draftProperty().get().rules();
    assertThat(rules).hasSize(4);
    assertThat(rules.get(0).draft()).isEqualTo(RuleDraft.of(QA, "on"));
    assertThat(rules.get(1).outcome()).isEqualTo(new Serve("off"));
    assertThat(rules.get(2).draft().condition()).contains(OLD);
    assertThat(form.overtakenProperty().get()).isEmpty();
    form.save();
    assertThat(rules().stream().map(Rule::draft))
        .containsExactlyElementsOf(rules.stream().map(RuleItem::draft).toList());
  }

  @Test
  void aRuleThatBothChangedStaysAndOffersBoth() {
    String rule = key(0);
    form.setOutcome(rule, new Serve("off"));

    sketch.edit(SketchWorkspace.BEN, Edit.setCondition(FLAG, PRODUCTION, rule, Optional.of(QA)));

    assertThat(form.overtakenProperty().get()).containsExactly(rule);
    assertThat(form.overtaker()).isEqualTo("Ben’s desktop");
    assertThat(form.theirs(rule)).contains(RuleDraft.of(QA, "on"));
    form.takeTheirs(rule);
    assertThat(form.draftProperty().get().rules().getFirst().draft())
        .isEqualTo(RuleDraft.of(QA, "on"));
    assertThat(form.overtakenProperty().get()).isEmpty();
    assertThat(form.changedProperty().get()).isFalse();
  }

  @Test
  void aRuleThatOthersRemovedIsAddedAgainIfItIsKept() {
    String rule = key(0);
    form.setOutcome(rule, new Serve("off"));
    sketch.edit(SketchWorkspace.BEN, new Edit.RemoveRule(FLAG, PRODUCTION, rule));
    assertThat(form.overtakenProperty().get()).containsExactly(rule);

    form.keepMine(rule);
    form.save();

    assertThat(rules().stream().map(Rule::draft)).contains(RuleDraft.of(SWISS, "off"));
  }

  @Test
  void aShareOfATagSetIsTargetedInOneChange() {
    var target = new QuickTarget("line-2", "machine", 1_000, "on", Optional.of("off"));

    form.target(target.rule(), false);

    assertThat(rules().getFirst().condition())
        .contains("{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]}");
    assertThat(rules().getFirst().outcome())
        .isEqualTo(
            new Value.Json(
                "{\"fractional\":[{\"cat\":[{\"var\":\"$flagd.flagKey\"},{\"var\":\"machine\"}]},"
                    + "[\"on\",10],[\"off\",90]]}"));
    assertThat(target.sentence(PRODUCTION, Sketches.TEXTS))
        .isEqualTo("In production, 10 % of tag set line-2 get on; the others in it get off.");
  }

  @Test
  void turningTheFlagOnBelongsToTheSameChange() {
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.SetField(EntityId.flag(FLAG), FieldNames.state(PRODUCTION), Value.of(false)));

    form.target(new QuickTarget("line-2", "machine", 10_000, "on", Optional.empty()).rule(), true);

    assertThat(setting().enabled()).isTrue();
    assertThat(rules().getFirst().outcome()).isEqualTo(Value.of("on"));
    model.undo();
    assertThat(setting().enabled()).isFalse();
    assertThat(rules()).hasSize(3);
  }

  @Test
  void aContextShowsWhichRuleDecides() {
    form.setCondition(key(1), new Segment("machine", true, "line-2"));

    form.contextProperty().set("machine=press-3");

    assertThat(form.triedProperty().get()).contains(new Tried.Answer(new Verdict.Serves(2, "on")));
    form.contextProperty().set("machine");
    assertThat(form.triedProperty().get()).contains(new Tried.Unreadable("machine"));
    form.contextProperty().set("");
    assertThat(form.triedProperty().get()).isEmpty();
  }

  @Test
  void targetingThatNobodyTookApartBecomesRulesWhenAsked() {
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.ReplaceTargeting(
            FLAG, PRODUCTION, List.of(), Optional.of("{\"if\":[" + SWISS + ",\"on\",\"off\"]}")));
    assertThat(form.draftProperty().get().rules()).isEmpty();
    assertThat(form.canTakeApart()).isTrue();

    form.takeApart();

    assertThat(form.draftProperty().get().rules()).hasSize(2);
    assertThat(form.draftProperty().get().rest()).isEmpty();
  }

  @Test
  void valuesAreWhatTheyLookLikeAndQuotesMakeTexts() {
    for (String typed : List.of("CH", "12", "true", "null", "\"12\"", "\"true\"", "a \"b\"")) {
      assertThat(Literals.show(Literals.parse(typed))).isEqualTo(typed);
    }
  }

  @Test
  void attributesOfMembersAreOfferedFirst() {
    sketch.edit(
        SketchWorkspace.ANA,
        add(new QuickTarget("line-2", "machine", 1, "on", Optional.empty()).rule()));

    assertThat(KnownAttributes.of(sketch.workspace().flags()))
        .containsExactly("machine", "targetingKey", "app.version", "country", "email");
  }

  private String key(int at) {
    return form.draftProperty().get().rules().get(at).key();
  }

  private FlagSetting setting() {
    return sketch.workspace().flag(FLAG).orElseThrow().setting(PRODUCTION);
  }

  private List<Rule> rules() {
    return setting().rules();
  }

  private List<String> ids() {
    return rules().stream().map(Rule::id).toList();
  }

  private static Edit add(String condition, String variant) {
    return add(RuleDraft.of(condition, variant));
  }

  private static Edit add(RuleDraft draft) {
    return new Edit.AddRule(FLAG, PRODUCTION, draft, new Place.Last());
  }
}
