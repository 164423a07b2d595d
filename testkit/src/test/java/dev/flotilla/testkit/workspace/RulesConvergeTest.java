package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three people edit the targeting rules of one flag at once.
class RulesConvergeTest {
  private static final String FLAG = "checkout";
  private static final String PRODUCTION = "production";

  private final Fleet fleet = new Fleet(3);

  @BeforeEach
  void everybodyHasThreeRules() {
    fleet.edit(0, Edit.CreateFlag.bool(FLAG));
    add(0, "a", new Place.Last());
    add(0, "b", new Place.Last());
    add(0, "c", new Place.Last());
    fleet.syncAll();
  }

  @Test
  void reorderingInsertingAndChangingAtOnceLosesAndMixesNothing() {
    move(0, "c", new Place.First());
    add(0, "n1", after(0, "c"));
    add(0, "n2", after(0, "n1"));
    add(1, "m1", after(1, "c"));
    add(1, "m2", after(1, "m1"));
    add(1, "m3", after(1, "m2"));
    fleet.edit(1, Edit.setOutcome(FLAG, PRODUCTION, id(1, "b"), Value.of("off")));
    fleet.edit(2, new Edit.RemoveRule(FLAG, PRODUCTION, id(2, "a")));
    add(2, "o1", after(2, "b"));
    add(2, "o2", after(2, "o1"));

    fleet.syncAll();

    var names = names(fleet.workspace(0));
    assertThat(names).containsExactlyInAnyOrder("b", "c", "n1", "n2", "m1", "m2", "m3", "o1", "o2");
    assertThat(names).containsSequence("c", "n1", "n2").containsSequence("m1", "m2", "m3");
    assertThat(names).containsSequence("b", "o1", "o2");
    assertThat(rule(0, "b").outcome()).isEqualTo(Value.of("off"));
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertSameInEveryOrder();
  }

  @Test
  void runsInsertedAtOnePlaceAtOnceDoNotMix() {
    for (int n = 1; n <= 3; n++) {
      add(0, "x" + n, new Place.Last());
      add(1, "y" + n, new Place.Last());
      // Backwards: each one before the one added before it.
      add(2, "z" + n, n == 1 ? new Place.Last() : new Place.Before(id(2, "z" + (n - 1))));
    }
    fleet.syncAll();

    assertThat(names(fleet.workspace(0)))
        .startsWith("a", "b", "c")
        .containsSequence("x1", "x2", "x3")
        .containsSequence("y1", "y2", "y3")
        .containsSequence("z3", "z2", "z1");
    assertSameInEveryOrder();
  }

  @Test
  void aRuleThatTwoMoveIsThereOnceAndTheOtherPlaceIsAConflict() {
    move(0, "b", new Place.First());
    move(1, "b", new Place.Last());
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("a", "c", "b");
    var conflict = (Conflict.MovedRule) fleet.workspace(0).conflicts().getFirst();
    assertThat(conflict.rule()).isEqualTo(id(0, "b"));
    assertThat(conflict.environment()).isEqualTo(PRODUCTION);
    assertThat(conflict.places()).containsExactly(3, 1);
    assertThat(rule(0, "b").conflicted()).isTrue();
    assertThat(rule(0, "a").conflicted()).isFalse();
    assertSameInEveryOrder();

    fleet.edit(2, new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("b", "a", "c");
    assertThat(fleet.workspace(1).conflicts()).isEmpty();
    assertSameInEveryOrder();
  }

  @Test
  void aRuleRemovedWhileSomebodyEditsItIsKeptWhole() {
    fleet.edit(0, new Edit.RemoveRule(FLAG, PRODUCTION, id(0, "b")));
    fleet.edit(1, Edit.setOutcome(FLAG, PRODUCTION, id(1, "b"), Value.of("off")));
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("a", "b", "c");
    assertThat(rule(0, "b").outcome()).isEqualTo(Value.of("off"));
    var conflict = fleet.workspace(2).conflicts().getFirst();
    assertThat(conflict).isInstanceOf(Conflict.RemovedRule.class);
    assertSameInEveryOrder();

    fleet.edit(2, new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("a", "c");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void nothingThatIsSaidAboutARemovedRuleIsAConflict() {
    fleet.edit(0, Edit.setCondition(FLAG, PRODUCTION, id(0, "b"), Optional.of("1")));
    fleet.edit(1, Edit.setCondition(FLAG, PRODUCTION, id(1, "b"), Optional.of("2")));
    fleet.syncAll();
    assertThat(fleet.workspace(0).conflicts()).hasSize(1);

    fleet.edit(2, new Edit.RemoveRule(FLAG, PRODUCTION, id(2, "a")));
    fleet.edit(2, new Edit.RemoveRule(FLAG, PRODUCTION, rules(2).getFirst().id()));
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("c");
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
  }

  @Test
  void aFlagThatIsCreatedAgainHasNoneOfItsOldRules() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag(FLAG)));
    fleet.edit(0, Edit.CreateFlag.bool(FLAG));
    add(0, "new", new Place.Last());
    fleet.syncAll();

    assertThat(names(fleet.workspace(1))).containsExactly("new");
    assertThat(fleet.workspace(1).conflicts()).isEmpty();
  }

  /// Creating a flag again used to clear the parts of old rules one by one. An edit that had not
  /// seen that brought back the rule with the one part that it wrote: here without its condition,
  /// which means for everybody.
  @Test
  void aRuleEditedWhileItsFlagIsCreatedAgainIsKeptWhole() {
    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag(FLAG)));
    fleet.edit(0, Edit.CreateFlag.bool(FLAG));
    fleet.edit(1, Edit.setOutcome(FLAG, PRODUCTION, id(1, "b"), Value.of("off")));
    fleet.syncAll();

    assertThat(names(fleet.workspace(0))).containsExactly("b");
    assertThat(rule(0, "b").outcome()).isEqualTo(Value.of("off"));
    assertThat(fleet.workspace(0).conflicts())
        .singleElement()
        .isInstanceOf(Conflict.RemovedRule.class);
    assertSameInEveryOrder();
  }

  /// The parts of rules that were ever removed stay. Clearing all of them took more operations than
  /// a change holds, so a flag with many old rules could never be created again.
  @Test
  void aFlagThatHadThousandsOfRulesCanBeCreatedAgain() {
    for (int n = 0; n < 15; n++) {
      // Neither condition nor outcome as before: rules that stay the same are not removed.
      var rule = RuleDraft.of("[%d]".formatted(n), n % 2 == 0 ? "on" : "off");
      var rules = Collections.nCopies(100, rule);
      fleet.edit(0, new Edit.ReplaceTargeting(FLAG, PRODUCTION, rules, Optional.empty()));
    }

    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag(FLAG)));
    fleet.edit(0, Edit.CreateFlag.bool(FLAG));

    assertThat(rules(0)).isEmpty();
  }

  @Seeded(40)
  void whateverThreeDoAllOrdersGiveTheSameRules(long seed) {
    var random = new SplittableRandom(seed);
    for (int step = 0; step < 40; step++) {
      int replica = random.nextInt(3);
      if (random.nextInt(6) == 0) {
        fleet.sync(replica, random.nextInt(3));
      } else {
        fleet.tryEdit(replica, RandomRules.any(fleet.workspace(replica), FLAG, PRODUCTION, random));
      }
    }
    fleet.syncAll();

    var rules = rules(0);
    assertThat(rules.stream().map(Rule::id).distinct()).hasSameSizeAs(rules);
    assertSameInEveryOrder();
  }

  private void assertSameInEveryOrder() {
    MergeOrders.assertSame(fleet);
  }

  /// Rules are told apart by their conditions here.
  private void add(int replica, String name, Place place) {
    var draft = RuleDraft.of('"' + name + '"', "on");
    fleet.edit(replica, new Edit.AddRule(FLAG, PRODUCTION, draft, place));
  }

  private void move(int replica, String name, Place place) {
    fleet.edit(replica, new Edit.MoveRule(FLAG, PRODUCTION, id(replica, name), place));
  }

  private Place after(int replica, String name) {
    return new Place.After(id(replica, name));
  }

  private String id(int replica, String name) {
    return rule(replica, name).id();
  }

  private Rule rule(int replica, String name) {
    return rules(replica).stream()
        .filter(rule -> rule.condition().equals(Optional.of('"' + name + '"')))
        .findFirst()
        .orElseThrow();
  }

  private List<Rule> rules(int replica) {
    return setting(fleet.workspace(replica)).rules();
  }

  private static List<String> names(Workspace workspace) {
    var names = new ArrayList<String>();
    for (var rule : setting(workspace).rules()) {
      names.add(rule.condition().orElse("").replace("\"", ""));
    }
    return Collections.unmodifiableList(names);
  }

  private static FlagSetting setting(Workspace workspace) {
    return workspace.flag(FLAG).orElseThrow().setting(PRODUCTION);
  }
}
