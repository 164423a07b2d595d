package dev.flotilla.model;

import static dev.flotilla.model.Desk.numberFlag;
import static dev.flotilla.model.Desk.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What edits do. What they are refused for is in [RefusalTest].
class EditPlannerTest {
  private static final EntityId SHIPPING = EntityId.flag("shipping");

  private final Desk desk = new Desk();

  @Test
  void aFlagIsCreatedWithEverythingItIsGiven() {
    desk.edit(numberFlag("shipping").withDescription("Ships at a time"));

    var flag = desk.flag("shipping");
    assertThat(flag.type()).isEqualTo(FlagType.NUMBER);
    assertThat(flag.description()).isEqualTo("Ships at a time");
    assertThat(flag.variants()).containsOnlyKeys("few", "many");
    assertThat(flag.setting("production")).isEqualTo(FlagSetting.of(true, "few"));
    assertThat(flag.setting("development")).isEqualTo(FlagSetting.OFF);
    assertThat(flag.value("production")).contains(Value.Number.of(1));
    assertThat(flag.value("development")).isEmpty();
    assertThat(flag.conflicted()).isFalse();
    assertThat(flag.lastChange().replica()).isEqualTo(Desk.REPLICA);
  }

  @Test
  void everyFieldOfAFlagCanBeSetAndCleared() {
    desk.edit(numberFlag("shipping"));

    desk.edit(
        set(SHIPPING, FieldNames.DESCRIPTION, Value.of("text")),
        set(SHIPPING, FieldNames.OWNER, Value.of("logistics")),
        set(SHIPPING, FieldNames.KIND, Value.of("kill-switch")),
        set(SHIPPING, FieldNames.ARCHIVED, Value.of(true)),
        set(SHIPPING, FieldNames.variant("none"), Value.Number.of(0)),
        set(SHIPPING, FieldNames.metadata("ticket"), Value.of("SHIP-7")),
        set(SHIPPING, FieldNames.state("development"), Value.of(true)),
        set(SHIPPING, FieldNames.defaultVariant("development"), Value.of("none")),
        set(SHIPPING, FieldNames.targeting("development"), new Value.Json("{}")),
        Edit.tag("shipping", "logistics"),
        new Edit.AddElement(SHIPPING, FieldNames.LINKS, "https://example.org/7"));

    var flag = desk.flag("shipping");
    assertThat(flag.owner()).isEqualTo("logistics");
    assertThat(flag.kind()).contains(FlagKind.KILL_SWITCH);
    assertThat(flag.archived()).isTrue();
    assertThat(flag.metadata()).isEqualTo(Map.of("ticket", Value.of("SHIP-7")));
    assertThat(flag.setting("development").targeting()).contains("{}");
    assertThat(flag.value("development")).contains(Value.Number.of(0));
    assertThat(flag.tags()).containsExactly("logistics");
    assertThat(flag.links()).containsExactly("https://example.org/7");

    desk.edit(
        set(SHIPPING, FieldNames.DESCRIPTION, Value.absent()),
        set(SHIPPING, FieldNames.OWNER, Value.absent()),
        set(SHIPPING, FieldNames.KIND, Value.absent()),
        set(SHIPPING, FieldNames.ARCHIVED, Value.absent()),
        set(SHIPPING, FieldNames.metadata("ticket"), Value.absent()),
        set(SHIPPING, FieldNames.state("development"), Value.absent()),
        set(SHIPPING, FieldNames.defaultVariant("development"), Value.absent()),
        set(SHIPPING, FieldNames.targeting("development"), Value.absent()),
        set(SHIPPING, FieldNames.variant("none"), Value.absent()),
        Edit.untag("shipping", "logistics"),
        new Edit.RemoveElement(SHIPPING, FieldNames.LINKS, "https://example.org/7"));

    var cleared = desk.flag("shipping");
    assertThat(cleared.owner()).isEmpty();
    assertThat(cleared.kind()).isEmpty();
    assertThat(cleared.archived()).isFalse();
    assertThat(cleared.metadata()).isEmpty();
    assertThat(cleared.tags()).isEmpty();
    assertThat(cleared.links()).isEmpty();
    assertThat(cleared.variants()).containsOnlyKeys("few", "many");
    assertThat(cleared.setting("development")).isEqualTo(FlagSetting.OFF);
  }

  @Test
  void tagSetsAndEnvironmentsHaveTheirFields() {
    var tagSet = EntityId.tagSet("teams");
    var production = EntityId.environment("production");

    desk.edit(
        new Edit.CreateTagSet("teams", "Who owns it"),
        set(tagSet, FieldNames.COLOUR, Value.of("#3366cc")),
        new Edit.AddElement(tagSet, FieldNames.MEMBERS, "pay"),
        new Edit.AddElement(tagSet, FieldNames.MEMBERS, "ship"),
        new Edit.RemoveElement(tagSet, FieldNames.MEMBERS, "pay"),
        set(production, FieldNames.PROTECTED, Value.of(true)),
        set(production, FieldNames.ORDER, Value.Number.of(0)),
        set(production, FieldNames.evaluator("adult"), new Value.Json("{\">\":[1,2]}")),
        set(production, FieldNames.metadata("region"), Value.of("eu")),
        set(EntityId.workspace(), FieldNames.NAME, Value.of("New shop")));

    var found = desk.now().tagSet("teams").orElseThrow();
    assertThat(found.description()).isEqualTo("Who owns it");
    assertThat(found.colour()).isEqualTo("#3366cc");
    assertThat(found.members()).containsExactly("ship");
    var environment = desk.now().environment("production").orElseThrow();
    assertThat(environment.isProtected()).isTrue();
    assertThat(environment.evaluators()).containsOnlyKeys("adult");
    assertThat(environment.metadata()).containsOnlyKeys("region");
    assertThat(desk.now().environments())
        .extracting(Environment::name)
        .containsExactly("production", "development");
    assertThat(desk.now().name()).isEqualTo("New shop");
  }

  @Test
  void laterEditsSeeTheEarlierOnesOfTheList() {
    desk.edit(
        new Edit.CreateEnvironment("staging", 3),
        Edit.CreateFlag.bool("fast").withSettings(Map.of("staging", FlagSetting.of(true, "on"))),
        new Edit.DeleteEntity(EntityId.flag("fast")),
        Edit.CreateFlag.bool("fast"),
        Edit.tag("fast", "pay"));

    assertThat(desk.flag("fast").environments()).isEmpty();
    assertThat(desk.flag("fast").tags()).containsExactly("pay");
  }

  @Test
  void theOrderOfEditsThatBelongTogetherDoesNotMatter() {
    desk.edit(numberFlag("shipping"));

    desk.edit(
        set(SHIPPING, FieldNames.variant("few"), Value.absent()),
        set(SHIPPING, FieldNames.defaultVariant("production"), Value.of("some")),
        set(SHIPPING, FieldNames.variant("some"), Value.Number.of(10)));

    assertThat(desk.flag("shipping").value("production")).contains(Value.Number.of(10));
  }

  @Test
  void aFlagChangesItsTypeTogetherWithItsVariants() {
    desk.edit(numberFlag("shipping"));

    desk.edit(
        set(SHIPPING, FieldNames.TYPE, Value.of("string")),
        set(SHIPPING, FieldNames.variant("few"), Value.of("one")),
        set(SHIPPING, FieldNames.variant("many"), Value.of("hundred")));

    assertThat(desk.flag("shipping").value("production")).contains(Value.of("one"));
  }

  @Test
  void anEditSaysOnceInAChangeThatTheFlagIsAlive() {
    desk.edit(numberFlag("shipping"));

    var operations =
        desk.edit(
            set(SHIPPING, FieldNames.OWNER, Value.of("a")),
            set(SHIPPING, FieldNames.OWNER, Value.of("b")),
            Edit.tag("shipping", "x"));

    assertThat(operations)
        .filteredOn(operation ->
            operation instanceof Operation.Write(Slot slot, _, _) && slot instanceof Slot.Presence)
        .hasSize(1);
    assertThat(operations).hasSize(4);
  }

  @Test
  void writingTheSameValueAgainIsRecorded() {
    desk.edit(numberFlag("shipping"), set(SHIPPING, FieldNames.OWNER, Value.of("a")));
    var before = desk.flag("shipping").lastChange();

    desk.edit(set(SHIPPING, FieldNames.OWNER, Value.of("a")));

    assertThat(desk.flag("shipping").lastChange().at()).isGreaterThan(before.at());
  }

  @Test
  void whatADeletedEnvironmentLeftBehindCanBeCleared() {
    desk.edit(numberFlag("shipping"));
    desk.edit(new Edit.DeleteEntity(EntityId.environment("production")));

    desk.edit(set(SHIPPING, FieldNames.defaultVariant("production"), Value.absent()));
    desk.edit(set(SHIPPING, FieldNames.variant("few"), Value.absent()));

    assertThat(desk.flag("shipping").variants()).containsOnlyKeys("many");
  }

  @Test
  void whatAMergeLeftBehindDoesNotStandInTheWayOfAnotherEdit() {
    desk.edit(numberFlag("shipping"));
    desk.applyUnseen(new Slot.Field(SHIPPING, FieldNames.variant("odd")), Value.of("text"));
    desk.applyUnseen(
        new Slot.Field(SHIPPING, FieldNames.defaultVariant("development")), Value.of("gone"));

    desk.edit(set(SHIPPING, FieldNames.OWNER, Value.of("a")));

    assertThat(desk.flag("shipping").owner()).isEqualTo("a");
    assertThat(desk.flag("shipping").value("development")).isEmpty();
  }

  @Test
  void fieldsOfAKindThatThisProgramDoesNotKnowAreKept() {
    var counter = new EntityId("counter", "visits");
    desk.applyUnseen(new Slot.Presence(counter), Value.of(true));
    desk.applyUnseen(new Slot.Field(counter, "value"), Value.Number.of(3));

    assertThat(desk.now().entities("counter")).containsExactly(counter);
    assertThat(desk.now().value(new Slot.Field(counter, "value"))).isEqualTo(Value.Number.of(3));
  }

  @Test
  void theFounderIsTheOwnerAndOthersAreWhatTheyWereAdmittedAs() {
    desk.apply(List.of(new Operation.AdmitMember(Desk.device(2), "Bo", Role.EDITOR)));
    desk.apply(List.of(new Operation.AdmitMember(Desk.device(2), "Bo", Role.ADMIN)));

    assertThat(desk.now().members())
        .containsExactly(
            new Member(Desk.device(2), "Bo", Role.ADMIN),
            new Member(Desk.device(1), "desk", Role.OWNER));
    assertThat(desk.now().member(Desk.device(2).deviceId()).orElseThrow().name()).isEqualTo("Bo");
    assertThat(desk.now().origin(Desk.REPLICA).orElseThrow().deviceName()).isEqualTo("desk");
    assertThat(desk.now().id()).contains(WorkspaceId.of(Desk.device(1), Octets.of(new byte[16])));
  }

  @Test
  void onlyTheFirstChangeOfAReplicaOpensOrFounds() {
    desk.apply(
        List.of(
            new Operation.OpenReplica(Desk.device(7), "again"),
            new Operation.FoundWorkspace(Octets.of(new byte[16]), "Taken over")));

    assertThat(desk.now().name()).isEqualTo("Shop");
    assertThat(desk.now().origin(Desk.REPLICA).orElseThrow().deviceName()).isEqualTo("desk");
    assertThat(desk.now().members()).hasSize(1);
  }

  @Test
  void aCreatorWhoIsNotKnownYetMayEditInTheFirstChange() {
    var plan =
        EditPlanner.plan(
            Workspace.EMPTY,
            List.of(new Edit.CreateEnvironment("production", 1)),
            new NextDots(new ReplicaId(5, 5), 1));

    assertThat(plan).isInstanceOf(Plan.Accepted.class);
  }

  @Test
  void onlyEntitiesInConflictAreKeptAsSuch() {
    desk.edit(numberFlag("shipping"));
    desk.applyUnseen(new Slot.Field(SHIPPING, FieldNames.OWNER), Value.of("a"));
    assertThat(desk.now().entityStore().contested().isEmpty()).isTrue();
    desk.edit(
        new Edit.SetField(SHIPPING, FieldNames.OWNER, Value.of("b"), Optional.of(new TreeSet<>())));
    assertThat(desk.now().entityStore().contested().keys()).containsExactly(SHIPPING);

    desk.edit(new Edit.Resolve(desk.now().conflicts().getFirst().id(), new Choice.Pick(0)));

    assertThat(desk.now().entityStore().contested().isEmpty()).isTrue();
  }

  /// A list after an edit is cheap because only the edited flag gets a new view.
  @Test
  void anEditAmongTenThousandFlagsMakesOneNewView() {
    var builder = Workspace.EMPTY;
    var author = new ReplicaId(5, 5);
    for (int batch = 0; batch < 20; batch++) {
      int start = batch * 500;
      var edits = desk.many(500, i -> Edit.CreateFlag.bool("flag-" + (start + i)));
      var plan = EditPlanner.plan(builder, edits, NextDots.of(builder, author));
      builder =
          builder.apply(
              author,
              builder.vector().get(author) + 1,
              HybridTimestamp.ZERO,
              ((Plan.Accepted) plan).operations());
    }
    assertThat(builder.flags()).hasSize(10_000);
    var edit =
        EditPlanner.plan(builder, List.of(Edit.tag("flag-77", "x")), NextDots.of(builder, author));
    long first = builder.vector().get(author) + 1;
    var operations = ((Plan.Accepted) edit).operations();

    var edited = builder.apply(author, first, HybridTimestamp.MAX, operations);

    assertThat(edited.flags()).hasSize(10_000);
    assertThat(edited.conflicts()).isEmpty();
    assertThat(edited.changedSince(builder)).containsExactly(EntityId.flag("flag-77"));
    for (int i = 0; i < 10_000; i++) {
      var before = builder.flags().get(i);
      if (before.key().equals("flag-77")) {
        assertThat(edited.flags().get(i).tags()).containsExactly("x");
      } else {
        assertThat(edited.flags().get(i)).isSameAs(before);
      }
    }
  }

  @Test
  void theSizeOfAnEditIsNeverUnderestimated() {
    desk.edit(numberFlag("shipping"), Edit.tag("shipping", "x"));
    desk.applyUnseen(new Slot.Field(SHIPPING, FieldNames.OWNER), Value.of("elsewhere"));
    desk.edit(new Edit.CreateTagSet("gone", "text"));
    desk.edit(new Edit.DeleteEntity(EntityId.tagSet("gone")));
    var edits =
        List.<Edit>of(
            numberFlag("x".repeat(ModelLimits.KEY_BYTES_MAX)).withDescription("d".repeat(9_000)),
            new Edit.CreateFlag(
                "other",
                FlagType.OBJECT,
                new TreeMap<>(Map.of("a", new Value.Json("{\"a\":1}"))),
                "",
                new TreeMap<>()),
            new Edit.CreateTagSet("gone", "ü".repeat(300)),
            new Edit.CreateEnvironment("staging", 7),
            set(SHIPPING, FieldNames.OWNER, Value.of("logistics")),
            set(
                SHIPPING,
                FieldNames.variant("pi"),
                new Value.Number(new BigDecimal("3.14159265358979"))),
            Edit.tag("shipping", "new"),
            Edit.untag("shipping", "x"),
            new Edit.DeleteEntity(SHIPPING));

    for (var edit : edits) {
      var operations = ((Plan.Accepted) desk.plan(edit)).operations();
      var size = EditPlanner.sizeAtMost(desk.now(), edit);
      assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(size.operations());
      assertThat(OperationCodec.size(Desk.REPLICA, operations))
          .as("%s", edit)
          .isLessThanOrEqualTo(size.bytes());
    }
  }
}
