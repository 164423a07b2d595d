package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Plan;
import dev.flotilla.model.PlanSize;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds of conflicts of every kind, and of every choice that each of them offers.
class EveryConflictTest {
  private static final String PRODUCTION = "production";

  private final Fleet fleet = Disputes.ofEveryKind();
  private final Workspace disputed = fleet.workspace(2);

  @Test
  void eachKindIsThere() {
    var kinds = new HashSet<Class<?>>();
    disputed.conflicts().forEach(conflict -> kinds.add(conflict.getClass()));

    assertThat(kinds).containsExactlyInAnyOrder(Conflict.class.getPermittedSubclasses());
  }

  @Test
  void theyAreTheSameInWhateverOrderChangesCome() {
    for (long seed = 0; seed < 20; seed++) {
      var workspace = Workspace.EMPTY;
      for (var change : FleetChange.inAnyCausalOrder(fleet.log(2), new SplittableRandom(seed))) {
        workspace = change.applyTo(workspace);
      }
      assertThat(workspace.conflicts()).as("seed %d", seed).isEqualTo(disputed.conflicts());
    }
  }

  @Test
  void eachHasAnIdOfItsOwnAndIsFoundAtItsEntityToo() {
    var ids = new HashSet<String>();
    for (var conflict : disputed.conflicts()) {
      assertThat(ids.add(conflict.id())).as("%s", conflict).isTrue();
      assertThat(disputed.conflicts(conflict.entity())).contains(conflict);
      assertThat(conflict.dots())
          .isEqualTo(
              conflict.alternatives().stream()
                  .flatMap(side -> side.dots().stream())
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void eachSaysWhereItIs() {
    var places =
        disputed.conflicts().stream()
            .map(conflict -> conflict.entity().key() + " " + conflict.place().map(this::general))
            .toList();

    assertThat(places)
        .containsExactlyInAnyOrder(
            "text Optional[description]",
            "deleted Optional.empty",
            "tagged Optional[tags]",
            "ruled Optional[" + FieldNames.rules(PRODUCTION) + "]",
            "ordered Optional[" + general(FieldNames.position(PRODUCTION, "rule")) + "]",
            "needy Optional[requires]",
            "x Optional[requires]",
            "a Optional[parent]",
            "c Optional[parent]",
            "served Optional[" + FieldNames.defaultVariant(PRODUCTION) + "]",
            "targeted Optional[" + general(FieldNames.outcome(PRODUCTION, "rule")) + "]",
            "requiring Optional[requires]",
            "retyped Optional[" + FieldNames.variant("half") + "]");
  }

  /// What is refused is refused for a reason that its alternatives give, and changes nothing.
  @Test
  void eachChoiceEndsItEverywhereOrSaysWhyNot() {
    for (var conflict : disputed.conflicts()) {
      for (var choice : choices(conflict)) {
        switch (plan(disputed, new Edit.Resolve(conflict.id(), choice))) {
          case Plan.Accepted(var operations) -> {
            var settled = apply(disputed, operations);
            assertThat(settled.conflicts())
                .as("%s by %s", conflict, choice)
                .noneMatch(left -> left.id().equals(conflict.id()))
                .hasSize(disputed.conflicts().size() - 1);
          }
          case Plan.Refused(var refusal) -> {
            assertThat(conflict)
                .isInstanceOfAny(Conflict.MissingVariant.class, Conflict.WrongType.class);
            assertThat(choice).isEqualTo(new Choice.Pick(1));
            assertThat(refusal.reason())
                .isIn(Refusal.Reason.INVALID_CHOICE, Refusal.Reason.WRONG_TYPE);
          }
        }
      }
    }
  }

  @Test
  void noChoiceTakesMoreThanWasForetold() {
    for (var conflict : disputed.conflicts()) {
      for (var choice : choices(conflict)) {
        var edit = new Edit.Resolve(conflict.id(), choice);
        var foretold = EditPlanner.sizeAtMost(disputed, edit);
        if (plan(disputed, edit) instanceof Plan.Accepted(var operations)) {
          var bytes = new CanonicalWriter();
          OperationCodec.encode(bytes, Fleet.id(2), operations);
          assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(foretold.operations());
          assertThat(bytes.toBytes().length).as("%s", edit).isLessThanOrEqualTo(foretold.bytes());
        }
      }
    }
  }

  /// Except that nobody puts folders into each other on purpose, which one change can not take
  /// back.
  @Test
  void aDecisionThatIsTakenBackLeavesTheSameAlternativesAgain() {
    for (var conflict : disputed.conflicts()) {
      for (var choice : choices(conflict)) {
        if (plan(disputed, new Edit.Resolve(conflict.id(), choice))
            instanceof Plan.Accepted(var decided)) {
          long first = disputed.vector().get(Fleet.id(2)) + 1;
          var back =
              Written.of(disputed, Fleet.id(2), first, decided).putBack(UnaryOperator.identity());
          var settled = apply(disputed, decided);
          var plan = plan(settled, back.toArray(Edit[]::new));
          if (conflict instanceof Conflict.FolderCycle) {
            assertThat(plan)
                .isInstanceOfSatisfying(
                    Plan.Refused.class,
                    refused ->
                        assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.CYCLE));
          } else {
            assertThat(plan).as("%s by %s", conflict, choice).isInstanceOf(Plan.Accepted.class);
            var operations = ((Plan.Accepted) plan).operations();
            assertThat(operations.size()).isLessThanOrEqualTo(foretold(settled, back).operations());
            assertThat(OperationCodec.size(Fleet.id(2), operations))
                .isLessThanOrEqualTo(foretold(settled, back).bytes());
            var again = apply(settled, operations);
            assertThat(again.conflicts(conflict.entity()))
                .as("%s by %s", conflict, choice)
                .anySatisfy(one -> assertThat(shown(one)).isEqualTo(shown(conflict)));
            assertThat(again.conflicts()).hasSameSizeAs(disputed.conflicts());
          }
        }
      }
    }
  }

  private static PlanSize foretold(Workspace now, List<Edit> edits) {
    return edits.stream()
        .map(edit -> EditPlanner.sizeAtMost(now, edit))
        .reduce(PlanSize.NONE, PlanSize::plus);
  }

  /// What its alternatives mean, whichever writes say so.
  private static List<?> shown(Conflict conflict) {
    return switch (conflict) {
      case Conflict.MovedRule moved -> moved.places();
      case Conflict.MovedFolder moved -> moved.parents();
      case Conflict _ -> conflict.alternatives().stream().map(Alternative::value).toList();
    };
  }

  @Test
  void noneHasAnAlternativeMoreThanItShows() {
    for (var conflict : disputed.conflicts()) {
      for (int index : List.of(-1, conflict.alternatives().size())) {
        refuses(new Edit.Resolve(conflict.id(), new Choice.Pick(index)));
      }
    }
  }

  @Test
  void thoseThatAreNotAboutAValueTakeNone() {
    for (var conflict : disputed.conflicts()) {
      switch (conflict) {
        case Conflict.WriteWrite _, Conflict.MissingVariant _, Conflict.WrongType _ -> {}
        case Conflict _ -> refuses(new Edit.Resolve(conflict.id(), new Choice.Put(Value.of("x"))));
      }
    }
  }

  @Test
  void aVariantThatIsMissingIsNotBroughtBackByNothing() {
    for (var conflict : disputed.conflicts()) {
      if (conflict instanceof Conflict.MissingVariant) {
        refuses(new Edit.Resolve(conflict.id(), new Choice.Put(Value.absent())));
      }
    }
  }

  private void refuses(Edit edit) {
    assertThat(plan(disputed, edit))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.INVALID_CHOICE));
  }

  private static List<Choice> choices(Conflict conflict) {
    var choices = new ArrayList<Choice>();
    for (int index = 0; index < conflict.alternatives().size(); index++) {
      choices.add(new Choice.Pick(index));
    }
    switch (conflict) {
      case Conflict.WriteWrite _, Conflict.WrongType _ ->
          choices.add(new Choice.Put(Value.of("another")));
      case Conflict.MissingVariant _ -> choices.add(new Choice.Put(Value.of(true)));
      case Conflict _ -> {}
    }
    return choices;
  }

  private static Plan plan(Workspace now, Edit... edits) {
    return EditPlanner.plan(now, List.of(edits), NextDots.of(now, Fleet.id(2)));
  }

  private static Workspace apply(Workspace now, List<Operation> operations) {
    long first = now.vector().get(Fleet.id(2)) + 1;
    return now.apply(Fleet.id(2), first, new HybridTimestamp(10_000 + first, 0), operations);
  }

  /// A place with a word instead of the id of a rule.
  private String general(String place) {
    var flags = disputed.flags().stream();
    return flags
        .flatMap(flag -> flag.environments().values().stream())
        .flatMap(setting -> setting.rules().stream())
        .map(rule -> rule.id())
        .reduce(place, (text, id) -> text.replace(id, "rule"));
  }
}
