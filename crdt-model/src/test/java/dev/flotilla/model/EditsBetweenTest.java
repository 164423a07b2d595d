package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditsBetweenTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");

  private final Desk desk = new Desk();

  @Test
  void nothingDiffersFromItself() {
    desk.edit(Edit.CreateFlag.bool("checkout"));

    assertThat(EditsBetween.of(desk.now(), desk.now())).isEmpty();
  }

  @Test
  void aFieldGetsItsValueBackAndAnswersWhatIsThere() {
    desk.edit(Edit.CreateFlag.bool("checkout").withDescription("old"));
    var wanted = desk.now();
    var operations = desk.edit(Desk.set(CHECKOUT, FieldNames.DESCRIPTION, Value.of("new")));

    var edits = EditsBetween.of(desk.now(), wanted);

    var slot = new Slot.Field(CHECKOUT, FieldNames.DESCRIPTION);
    assertThat(edits)
        .containsExactly(
            new Edit.SetField(
                CHECKOUT,
                FieldNames.DESCRIPTION,
                Value.of("old"),
                Optional.of(Contents.dots(desk.now().siblings(slot)))));
    assertThat(operations).isNotEmpty();
  }

  /// Two people removed a variant each.
  @Test
  void aFlagThatWasLeftWithoutVariantsIsNotDeleted() {
    desk.edit(Edit.CreateFlag.bool("checkout"));
    var ben = new ReplicaId(7, 7);
    var removal = List.<Edit>of(Desk.set(CHECKOUT, FieldNames.variant("on"), Value.absent()));
    var other = List.<Edit>of(Desk.set(CHECKOUT, FieldNames.variant("off"), Value.absent()));
    var clear = Desk.set(CHECKOUT, FieldNames.defaultVariant("production"), Value.absent());
    desk.edit(clear);
    var byBen = EditPlanner.plan(desk.now(), other, NextDots.of(desk.now(), ben));
    desk.edit(removal.toArray(Edit[]::new));
    desk.apply(ben, ((Plan.Accepted) byBen).operations());
    assertThat(desk.flag("checkout").variants()).isEmpty();
    var wanted = desk.now();
    desk.edit(Desk.set(CHECKOUT, FieldNames.variant("on"), Value.of(true)));

    assertThat(EditsBetween.of(desk.now(), wanted)).isEmpty();
  }

  @Test
  void aDeletedFlagComesBackWithEverything() {
    desk.edit(
        Edit.CreateFlag.bool("base"),
        Desk.numberFlag("checkout"),
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        Edit.putInto("checkout", Optional.of("shop")),
        Edit.tag("checkout", "line-1"),
        new Edit.AddElement(CHECKOUT, FieldNames.LINKS, "https://example.org"),
        Desk.set(CHECKOUT, FieldNames.OWNER, Value.of("ana")),
        Desk.set(CHECKOUT, FieldNames.metadata("team"), Value.of("blue")),
        new Edit.Require("checkout", "base", "on"),
        addRule("{\"==\":[1,1]}", "many"),
        addRule("{\"==\":[2,2]}", "few"));
    var wanted = desk.now();
    desk.edit(new Edit.DeleteEntity(CHECKOUT));

    restore(wanted);

    var flag = desk.flag("checkout");
    assertThat(flag.variants()).isEqualTo(wanted.flag("checkout").orElseThrow().variants());
    assertThat(flag.owner()).isEqualTo("ana");
    assertThat(flag.tags()).containsExactly("line-1");
    assertThat(flag.links()).containsExactly("https://example.org");
    assertThat(flag.folder()).contains("shop");
    assertThat(flag.metadata()).containsEntry("team", Value.of("blue"));
    assertThat(flag.prerequisites()).containsEntry("base", "on");
    assertThat(flag.setting("production").enabled()).isTrue();
    assertThat(flag.setting("production").defaultVariant()).contains("few");
    assertThat(conditions()).containsExactly("{\"==\":[1,1]}", "{\"==\":[2,2]}");
    assertThat(EditsBetween.of(desk.now(), wanted)).isEmpty();
  }

  @Test
  void rulesThatAreStillThereKeepTheirIdsAndOnlyThoseMoveThatMust() {
    desk.edit(
        Desk.numberFlag("checkout"), addRule("1", "few"), addRule("2", "few"), addRule("3", "few"));
    var wanted = desk.now();
    var ids = desk.flag("checkout").setting("production").rules().stream().map(Rule::id).toList();
    desk.edit(
        new Edit.MoveRule("checkout", "production", ids.get(2), new Place.First()),
        Edit.setCondition("checkout", "production", ids.get(1), Optional.of("22")),
        addRule("4", "many"));

    var edits = EditsBetween.of(desk.now(), wanted);
    restore(wanted);

    assertThat(edits).hasSize(3);
    assertThat(edits)
        .contains(new Edit.MoveRule("checkout", "production", ids.get(2), new Place.Last()));
    assertThat(desk.flag("checkout").setting("production").rules().stream().map(Rule::id))
        .isEqualTo(ids);
    assertThat(conditions()).containsExactly("1", "2", "3");
  }

  @Test
  void aRemovedRuleComesBackBetweenItsNeighbours() {
    desk.edit(
        Desk.numberFlag("checkout"), addRule("1", "few"), addRule("2", "few"), addRule("3", "few"));
    var wanted = desk.now();
    var second = desk.flag("checkout").setting("production").rules().get(1).id();
    desk.edit(new Edit.RemoveRule("checkout", "production", second));

    restore(wanted);

    assertThat(conditions()).containsExactly("1", "2", "3");
    assertThat(EditsBetween.of(desk.now(), wanted)).isEmpty();
  }

  @Test
  void foldersThatChangedPlacesChangeBack() {
    desk.edit(
        new Edit.CreateFolder("a", "A", Optional.empty()),
        new Edit.CreateFolder("b", "B", Optional.of("a")),
        new Edit.CreateFolder("c", "C", Optional.of("b")));
    var wanted = desk.now();
    desk.edit(
        new Edit.MoveFolder("c", Optional.empty()),
        new Edit.MoveFolder("a", Optional.of("c")),
        new Edit.DeleteEntity(EntityId.folder("b")));

    restore(wanted);

    assertThat(desk.now().folder("a").orElseThrow().parent()).isEmpty();
    assertThat(desk.now().folder("c").orElseThrow().path()).isEqualTo("A / B / C");
  }

  @Test
  void whatIsNewGoesAgain() {
    var wanted = desk.now();
    desk.edit(
        new Edit.CreateEnvironment("staging", 3),
        new Edit.CreateTagSet("stores", ""),
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        Edit.CreateFlag.bool("base"),
        Edit.CreateFlag.bool("checkout"),
        new Edit.Require("checkout", "base", "on"));

    restore(wanted);

    assertThat(desk.now().flags()).isEmpty();
    assertThat(desk.now().tagSets()).isEmpty();
    assertThat(desk.now().folders()).isEmpty();
    assertThat(desk.now().environments()).hasSize(2);
  }

  @Test
  void aDeletedEnvironmentComesBackWithItsProtection() {
    var production = EntityId.environment("production");
    desk.edit(Desk.set(production, FieldNames.PROTECTED, Value.of(true)));
    desk.edit(Desk.numberFlag("checkout"));
    var wanted = desk.now();
    desk.edit(new Edit.DeleteEntity(production));

    restore(wanted);

    var back = desk.now().environment("production").orElseThrow();
    assertThat(back.order()).isEqualTo(2);
    assertThat(back.isProtected()).isTrue();
    assertThat(desk.flag("checkout").setting("production").enabled()).isTrue();
  }

  @Test
  void aCounterCountsBackToWhatItWas() {
    desk.edit(new Edit.CreateCounter("parts", "On the belt"), new Edit.AddToCounter("parts", 5));
    var wanted = desk.now();
    desk.edit(new Edit.AddToCounter("parts", 7));

    restore(wanted);
    assertThat(desk.now().counter("parts").orElseThrow().value()).isEqualTo(5);

    desk.edit(new Edit.DeleteEntity(EntityId.counter("parts")));
    restore(wanted);
    assertThat(desk.now().counter("parts").orElseThrow().value()).isEqualTo(5);
    assertThat(desk.now().counter("parts").orElseThrow().description()).isEqualTo("On the belt");
  }

  @Test
  void onlyWhatIsAskedForIsTakenBack() {
    desk.edit(Edit.CreateFlag.bool("checkout"), Edit.CreateFlag.bool("cart"));
    var wanted = desk.now();
    desk.edit(
        Desk.set(CHECKOUT, FieldNames.OWNER, Value.of("ana")),
        Desk.set(CHECKOUT, FieldNames.DESCRIPTION, Value.of("new")),
        Desk.set(EntityId.flag("cart"), FieldNames.OWNER, Value.of("ben")));

    var flag = EditsBetween.of(desk.now(), wanted, List.of(CHECKOUT));
    var field =
        EditsBetween.of(desk.now(), wanted, new Slot.Field(CHECKOUT, FieldNames.OWNER)::equals);

    assertThat(flag).hasSize(2);
    assertThat(field).hasSize(1);
  }

  @Test
  void aFlagGoesBackToATimeWhoseFolderAndEnvironmentAreGoneWithoutThem() {
    desk.edit(
        new Edit.CreateEnvironment("staging", 3),
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        Edit.CreateFlag.bool("checkout"),
        Desk.set(CHECKOUT, FieldNames.state("staging"), Value.of(true)),
        Desk.set(CHECKOUT, FieldNames.OWNER, Value.of("ana")),
        Edit.putInto("checkout", Optional.of("shop")));
    var wanted = desk.now();
    desk.edit(
        Desk.set(CHECKOUT, FieldNames.OWNER, Value.of("ben")),
        Edit.putInto("checkout", Optional.empty()),
        new Edit.DeleteEntity(EntityId.folder("shop")),
        new Edit.DeleteEntity(EntityId.environment("staging")));

    var edits = EditsBetween.of(desk.now(), wanted, List.of(CHECKOUT));
    desk.edit(edits.toArray(Edit[]::new));

    assertThat(edits).hasSize(1);
    assertThat(desk.flag("checkout").owner()).isEqualTo("ana");
  }

  private static Edit addRule(String condition, String variant) {
    return new Edit.AddRule(
        "checkout", "production", RuleDraft.of(condition, variant), new Place.Last());
  }

  private List<String> conditions() {
    return desk.flag("checkout").setting("production").rules().stream()
        .map(rule -> rule.condition().orElse(""))
        .toList();
  }

  private void restore(Workspace wanted) {
    desk.edit(EditsBetween.of(desk.now(), wanted).toArray(Edit[]::new));
  }
}
