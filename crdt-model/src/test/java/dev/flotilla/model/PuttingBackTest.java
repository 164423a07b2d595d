package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A change is taken back by another one that leaves alone what others built on it.
class PuttingBackTest {
  private static final ReplicaId BEN = new ReplicaId(7, 7);
  private static final EntityId FAST = EntityId.flag("fast");
  private static final Slot.Field OWNER = new Slot.Field(FAST, FieldNames.OWNER);
  private static final String PRODUCTION = "production";

  private final Desk desk = new Desk();

  @BeforeEach
  void thereIsAFlag() {
    desk.edit(Edit.CreateFlag.bool("fast"));
    desk.edit(Desk.set(FAST, FieldNames.OWNER, Value.of("ana")), Edit.tag("fast", "qa"));
  }

  @Test
  void aFieldIsPutBackAndBackAgain() {
    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));

    var undone = putBack(edited);
    assertThat(desk.flag("fast").owner()).isEqualTo("ana");

    putBack(undone);
    assertThat(desk.flag("fast").owner()).isEqualTo("dora");
  }

  @Test
  void whatSomebodyElseChangedSinceStays() {
    var edited =
        edit(
            Desk.set(FAST, FieldNames.OWNER, Value.of("dora")),
            Desk.set(FAST, FieldNames.DESCRIPTION, Value.of("slow")));
    ben(Desk.set(FAST, FieldNames.OWNER, Value.of("ben")));

    putBack(edited);

    assertThat(desk.flag("fast").owner()).isEqualTo("ben");
    assertThat(desk.flag("fast").description()).isEmpty();
  }

  @Test
  void ifNothingIsLeftOfAChangeThereIsNothingToDo() {
    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));
    ben(Desk.set(FAST, FieldNames.OWNER, Value.of("ben")));

    assertThat(desk.plan(edits(edited)))
        .isEqualTo(
            new Plan.Refused(
                new Refusal(Refusal.Reason.NOTHING_TO_DO, "There is nothing to change.")));
  }

  @Test
  void takingOneSideOfAConflictBackSettlesItForTheOther() {
    var seen = new TreeSet<>(desk.now().register(OWNER).siblings().keySet());
    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));
    ben(new Edit.SetField(FAST, FieldNames.OWNER, Value.of("ben"), Optional.of(seen)));
    assertThat(desk.now().conflicts()).hasSize(1);

    putBack(edited);

    assertThat(desk.now().conflicts()).isEmpty();
    assertThat(desk.flag("fast").owner()).isEqualTo("ben");
  }

  @Test
  void aResolvedConflictIsOpenAgain() {
    desk.applyUnseen(OWNER, Value.of("ben"));
    var conflict = desk.now().conflicts().getFirst();
    var values = conflict.alternatives().stream().map(Alternative::value).toList();
    var resolved = edit(new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    assertThat(desk.now().conflicts()).isEmpty();

    putBack(resolved);

    var again = desk.now().conflicts().getFirst();
    assertThat(again.slot()).isEqualTo(OWNER);
    assertThat(again.alternatives())
        .extracting(Alternative::value)
        .containsExactlyInAnyOrderElementsOf(values);
  }

  /// Applications would get another value from taking back what somebody tried.
  @Test
  void ofAConflictThatIsOpenAgainApplicationsReadTheSameValueAsBefore() {
    desk.applyUnseen(OWNER, Value.of("ben"));
    assertThat(desk.flag("fast").owner()).isEqualTo("ben");
    var latest =
        edit(
            new Edit.SetField(
                FAST, FieldNames.OWNER, Value.of("cleo"), Optional.of(new TreeSet<>())));
    assertThat(latest.parts()).isNotEmpty();
    assertThat(desk.flag("fast").owner()).isEqualTo("cleo");

    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));
    putBack(edited);

    assertThat(desk.now().conflicts()).hasSize(1);
    assertThat(desk.flag("fast").owner()).isEqualTo("cleo");
  }

  @Test
  void aDisputedDeleteIsOpenAgain() {
    desk.applyUnseen(new Slot.Presence(FAST), Value.absent());
    var conflict = desk.now().conflicts().getFirst();
    var resolved = edit(new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    assertThat(desk.now().flag("fast")).isEmpty();

    putBack(resolved);

    assertThat(desk.flag("fast").owner()).isEqualTo("ana");
    assertThat(desk.now().conflicts()).singleElement().isInstanceOf(Conflict.DeleteUpdate.class);
  }

  @Test
  void aDeletedFlagComesBackWholeWithTheIdsOfItsRules() {
    desk.edit(new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("true", "on"), new Place.Last()));
    var before = desk.flag("fast");
    var deleted = edit(new Edit.DeleteEntity(FAST));
    assertThat(desk.now().flag("fast")).isEmpty();

    putBack(deleted);

    assertThat(desk.flag("fast").environments()).isEqualTo(before.environments());
    assertThat(desk.flag("fast").tags()).isEqualTo(before.tags());
    assertThat(desk.flag("fast").owner()).isEqualTo(before.owner());
  }

  @Test
  void aNewFlagGoesAgainAndComesBackWhole() {
    var created = edit(Desk.numberFlag("speed"), Edit.tag("speed", "line-2"));
    var before = desk.flag("speed");

    var undone = putBack(created);
    assertThat(desk.now().flag("speed")).isEmpty();

    putBack(undone);
    assertThat(desk.flag("speed").variants()).isEqualTo(before.variants());
    assertThat(desk.flag("speed").tags()).containsExactly("line-2");
  }

  @Test
  void rulesAreAddedMovedRemovedAndReplacedAndAllOfThatIsTakenBack() {
    for (var condition : List.of("1", "2", "3")) {
      desk.edit(
          new Edit.AddRule("fast", PRODUCTION, RuleDraft.of(condition, "on"), new Place.Last()));
    }
    var ids = ids();

    var added =
        edit(new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("4", "on"), new Place.First()));
    putBack(added);
    assertThat(ids()).isEqualTo(ids);

    var moved = edit(new Edit.MoveRule("fast", PRODUCTION, ids.getFirst(), new Place.Last()));
    assertThat(ids()).isNotEqualTo(ids);
    var movedBack = putBack(moved);
    assertThat(ids()).isEqualTo(ids);
    putBack(movedBack);
    assertThat(ids()).containsExactly(ids.get(1), ids.get(2), ids.getFirst());
    desk.edit(new Edit.MoveRule("fast", PRODUCTION, ids.getFirst(), new Place.First()));

    var removed = edit(new Edit.RemoveRule("fast", PRODUCTION, ids.get(1)));
    putBack(removed);
    assertThat(ids()).isEqualTo(ids);

    var replaced =
        edit(
            new Edit.ReplaceTargeting(
                "fast", PRODUCTION, List.of(RuleDraft.of("9", "off")), Optional.of("\"on\"")));
    assertThat(ids()).hasSize(1);
    putBack(replaced);
    assertThat(ids()).isEqualTo(ids);
    assertThat(desk.flag("fast").setting(PRODUCTION).targeting()).isEmpty();
  }

  @Test
  void aRuleThatSomebodyEditedSinceGoesWithTheChangeThatAddedIt() {
    var added =
        edit(new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("1", "on"), new Place.Last()));
    ben(Edit.setCondition("fast", PRODUCTION, ids().getFirst(), Optional.of("2")));

    putBack(added);

    assertThat(ids()).isEmpty();
    assertThat(desk.now().conflicts()).isEmpty();
  }

  @Test
  void tagsPrerequisitesAndFoldersArePutBack() {
    desk.edit(
        Edit.CreateFlag.bool("other"),
        new Edit.CreateFolder("a", "A", Optional.empty()),
        new Edit.CreateFolder("b", "B", Optional.empty()),
        new Edit.Require("fast", "other", "on"),
        Edit.putInto("fast", Optional.of("a")));
    var before = desk.flag("fast");

    var edited =
        edit(
            Edit.untag("fast", "qa"),
            Edit.tag("fast", "line-2"),
            new Edit.Require("fast", "other", "off"),
            Edit.putInto("fast", Optional.of("b")),
            new Edit.MoveFolder("b", Optional.of("a")));
    assertThat(desk.now().folder("b").orElseThrow().parent()).contains("a");
    putBack(edited);

    assertThat(desk.flag("fast").tags()).isEqualTo(before.tags());
    assertThat(desk.flag("fast").prerequisites()).isEqualTo(Map.of("other", "on"));
    assertThat(desk.flag("fast").folder()).contains("a");
    assertThat(desk.now().folder("b").orElseThrow().parent()).isEmpty();
  }

  @Test
  void aFolderWhoseFolderIsGoneComesBackToTheNearestOneAroundAndIntoItOnceThatIsBack() {
    desk.edit(
        new Edit.CreateFolder("a", "A", Optional.empty()),
        new Edit.CreateFolder("b", "B", Optional.of("a")),
        new Edit.CreateFolder("c", "C", Optional.of("b")));
    var moved = edit(new Edit.MoveFolder("c", Optional.empty()));
    var deleted = edit(new Edit.DeleteEntity(EntityId.folder("b")));

    putBack(moved);

    assertThat(desk.now().folder("c").orElseThrow().parent()).contains("a");
    putBack(deleted);
    assertThat(desk.now().folder("c").orElseThrow().parent()).contains("b");
    assertThat(desk.now().conflicts()).isEmpty();
  }

  /// Who takes back a part of a change can take back the rest later.
  @Test
  void aChangeThatIsTakenBackInPartsIsTakenBackInTheEnd() {
    desk.edit(new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("1", "on"), new Place.Last()));
    var before = desk.flag("fast");
    var change =
        edit(
            Desk.set(FAST, FieldNames.OWNER, Value.of("dora")),
            new Edit.RemoveRule("fast", PRODUCTION, ids().getFirst()),
            Edit.untag("fast", "qa"));
    var left = change;
    for (var part : change.putBack(UnaryOperator.identity())) {
      desk.edit(part);
      left = left.without(Set.of(part), UnaryOperator.identity());
      assertThat(left.putBack(UnaryOperator.identity())).doesNotContain(part);
    }

    assertThat(left.putBack(UnaryOperator.identity())).isEmpty();
    assertThat(desk.flag("fast").environments()).isEqualTo(before.environments());
    assertThat(desk.flag("fast").tags()).isEqualTo(before.tags());
    assertThat(desk.flag("fast").owner()).isEqualTo(before.owner());
  }

  @Test
  void withTheFlagThatAChangeMadeGoesAllThatItWroteThere() {
    var created = edit(Desk.numberFlag("speed"), Edit.tag("fast", "line-2"));
    var presence = new Slot.Presence(EntityId.flag("speed"));
    var deleted =
        created.putBack(UnaryOperator.identity()).stream()
            .filter(edit -> edit instanceof Edit.PutBack back && back.slot().equals(presence))
            .findFirst()
            .orElseThrow();

    var left = created.without(Set.of(deleted), UnaryOperator.identity());

    assertThat(left.parts()).isNotEmpty().allMatch(part -> part.slot().entity().equals(FAST));
    assertThat(left.part(presence)).isEmpty();
  }

  @Test
  void aChangeKnowsWhatItMadeAndWhatItDeletedAndWhatWasThereBefore() {
    var presence = new Slot.Presence(EntityId.flag("speed"));
    var created = edit(Desk.numberFlag("speed")).part(presence).orElseThrow();
    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));
    var deleted = edit(new Edit.DeleteEntity(presence.entity())).part(presence).orElseThrow();

    assertThat(created.isCreation()).isTrue();
    assertThat(created.isDeletion()).isFalse();
    assertThat(created.valueBefore()).isEqualTo(Value.absent());
    assertThat(deleted.isDeletion()).isTrue();
    assertThat(deleted.isCreation()).isFalse();
    assertThat(deleted.valueBefore()).isEqualTo(Value.of(true));
    assertThat(edited.part(OWNER).orElseThrow().valueBefore()).isEqualTo(Value.of("ana"));
  }

  @Test
  void aTagThatSomebodyElseAddedAsWellStays() {
    var start = desk.now();
    var tagged = edit(Edit.tag("fast", "line-2"));
    var concurrent =
        EditPlanner.plan(start, List.of(Edit.tag("fast", "line-2")), NextDots.of(desk.now(), BEN));
    desk.apply(BEN, ((Plan.Accepted) concurrent).operations());

    putBack(tagged);

    assertThat(desk.flag("fast").tags()).contains("line-2");
    assertThat(desk.now().conflicts()).isEmpty();
  }

  @Test
  void whatIsGoneIsNotBroughtBackByItsFields() {
    var edited = edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora")));
    ben(new Edit.DeleteEntity(FAST));

    assertThat(desk.plan(edits(edited))).isInstanceOf(Plan.Refused.class);
  }

  @Test
  void flagsMustFitTogetherAfterwards() {
    desk.edit(
        Desk.set(FAST, FieldNames.variant("maybe"), Value.of(true)),
        Desk.set(FAST, FieldNames.defaultVariant(PRODUCTION), Value.of("maybe")));
    var edited = edit(Desk.set(FAST, FieldNames.defaultVariant(PRODUCTION), Value.of("on")));
    ben(Desk.set(FAST, FieldNames.variant("maybe"), Value.absent()));

    assertThat(desk.plan(edits(edited)))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.UNKNOWN_VARIANT));
  }

  @Test
  void theSizeOfAPutBackIsNeverUnderestimated() {
    desk.edit(new Edit.AddRule("fast", PRODUCTION, RuleDraft.of("1", "on"), new Place.Last()));
    desk.edit(Edit.CreateFlag.bool("other"), new Edit.Require("fast", "other", "on"));
    desk.edit(new Edit.CreateFolder("a", "A", Optional.empty()));
    desk.edit(
        new Edit.CreateFolder("b", "B", Optional.of("a")), Edit.putInto("fast", Optional.of("b")));
    var changes = new ArrayList<Written>();
    changes.add(edit(Desk.set(FAST, FieldNames.OWNER, Value.of("dora".repeat(50)))));
    changes.add(
        edit(new Edit.Require("fast", "other", "off"), Edit.putInto("fast", Optional.of("a"))));
    changes.add(edit(new Edit.MoveFolder("b", Optional.empty())));
    changes.add(edit(new Edit.MoveRule("fast", PRODUCTION, ids().getFirst(), new Place.First())));
    changes.add(edit(new Edit.DeleteEntity(FAST)));

    for (var change : changes.reversed()) {
      var size = PlanSize.NONE;
      for (var edit : edits(change)) {
        size = size.plus(EditPlanner.sizeAtMost(desk.now(), edit));
      }
      var operations = ((Plan.Accepted) desk.plan(edits(change))).operations();
      assertThat(size.operations()).isGreaterThanOrEqualTo(operations.size());
      assertThat(size.bytes())
          .isGreaterThanOrEqualTo(OperationCodec.size(Desk.REPLICA, operations));
      desk.apply(operations);
    }
  }

  private Written edit(Edit... edits) {
    var before = desk.now();
    long first = before.vector().get(Desk.REPLICA) + 1;
    return Written.of(before, Desk.REPLICA, first, desk.edit(edits));
  }

  private Written putBack(Written change) {
    return edit(edits(change));
  }

  private static Edit[] edits(Written change) {
    return change.putBack(UnaryOperator.identity()).toArray(Edit[]::new);
  }

  private void ben(Edit... edits) {
    var plan = EditPlanner.plan(desk.now(), List.of(edits), NextDots.of(desk.now(), BEN));
    assertThat(plan).isInstanceOf(Plan.Accepted.class);
    desk.apply(BEN, ((Plan.Accepted) plan).operations());
  }

  private List<String> ids() {
    return desk.flag("fast").setting(PRODUCTION).rules().stream().map(Rule::id).toList();
  }
}
