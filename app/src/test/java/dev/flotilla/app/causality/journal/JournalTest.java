package dev.flotilla.app.causality.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.journal.Merged.Way;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.node.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final EntityId BETA = EntityId.flag("beta");

  private final RehearsalFleet fleet =
      RehearsalFleet.founded(
          "Practice",
          List.of(
              RehearsalMachine.named("Ana", new ReplicaId(1, 1), 1),
              RehearsalMachine.named("Ben", new ReplicaId(2, 1), 2)),
          Instant.parse("2026-11-21T09:00:00Z"));

  @BeforeEach
  void partWithOneFlag() {
    edit(0, Edit.CreateFlag.bool("beta"), new Edit.CreateCounter("hits", ""));
    fleet.cut(1, 1);
  }

  @Test
  void changesOfDifferentFieldsMergeByThemselves() {
    edit(0, set(FieldNames.DESCRIPTION, Value.of("from Ana")));
    edit(1, set(FieldNames.OWNER, Value.of("ben@example.org")));

    Merged merged = theOne();

    assertThat(merged.entity()).isEqualTo(BETA);
    assertThat(merged.ways()).containsExactly(Way.PLACES);
    assertThat(merged.disputed()).isZero();
    assertThat(merged.sides()).extracting(Merged.Side::machine).containsExactly("Ana", "Ben");
    assertThat(merged.sides().getFirst().writes())
        .singleElement()
        .satisfies(write ->
            assertThat(write.slot()).isEqualTo(new Slot.Field(BETA, FieldNames.DESCRIPTION)));
  }

  /// Two large imports into one set: comparing each element with each other one would take minutes.
  @Test
  void setsOfVeryManyElementsMergeToo() {
    var changes = new ArrayList<LogEntry>();
    for (int machine = 1; machine <= 2; machine++) {
      for (int part = 0; part < 10; part++) {
        changes.add(members(new ReplicaId(8, machine), part));
      }
    }

    assertThat(Journal.of(changes))
        .singleElement()
        .satisfies(merged -> {
          assertThat(merged.ways()).containsExactly(Way.ELEMENTS);
          assertThat(merged.sides()).extracting(side -> side.writes().size()).containsOnly(30_000);
        });
  }

  private static LogEntry members(ReplicaId author, int part) {
    int most = 3_000;
    var operations = new ArrayList<Operation>();
    for (int n = 0; n < most; n++) {
      var member = author + "-" + part + "-" + n;
      var slot = new Slot.Element(EntityId.tagSet("regions"), FieldNames.MEMBERS, member);
      operations.add(new Operation.Write(slot, Value.of(true), new TreeSet<>()));
    }
    return new LogEntry(
        ChangeHash.NONE,
        author,
        "machine",
        part + 1,
        1L * part * most + 1,
        new HybridTimestamp(part, 0),
        "",
        operations,
        VersionVector.EMPTY.with(author, (part + 1L) * most));
  }

  @Test
  void elementsCountsAndEqualValuesDoToo() {
    edit(0, Edit.tag("beta", "ui"), new Edit.AddToCounter("hits", 2));
    edit(1, Edit.tag("beta", "pay"), new Edit.AddToCounter("hits", 3));

    assertThat(Journal.of(fleet.log()))
        .extracting(Merged::ways)
        .containsExactly(Set.of(Way.COUNTS), Set.of(Way.ELEMENTS));

    edit(0, set(FieldNames.OWNER, Value.of("us")));
    edit(1, set(FieldNames.OWNER, Value.of("us")));

    assertThat(Journal.of(fleet.log()))
        .anySatisfy(
            merged -> assertThat(merged.ways()).containsExactlyInAnyOrder(Way.ELEMENTS, Way.SAME));
  }

  @Test
  void whatWasAConflictIsCountedAndLeftOut() {
    edit(0, set(FieldNames.DESCRIPTION, Value.of("mine")), Edit.tag("beta", "ui"));
    edit(1, set(FieldNames.DESCRIPTION, Value.of("yours")), Edit.tag("beta", "pay"));

    Merged merged = theOne();

    assertThat(merged.disputed()).isEqualTo(1);
    assertThat(merged.sides())
        .allSatisfy(side ->
            assertThat(side.writes())
                .extracting(write -> write.slot())
                .allMatch(Slot.Element.class::isInstance));
  }

  @Test
  void aDeleteBesideAnEditIsAConflict() {
    edit(0, new Edit.DeleteEntity(BETA));
    edit(1, set(FieldNames.OWNER, Value.of("us")));

    assertThat(Journal.of(fleet.log())).isEmpty();
  }

  // A type that changed under a new variant was told as if each had changed something else.
  @Test
  void aTypeBesideAVariantOfAnotherIsAConflict() {
    edit(
        0,
        set(FieldNames.TYPE, Value.of("number")),
        set(FieldNames.variant("on"), Value.Number.of(1)),
        set(FieldNames.variant("off"), Value.Number.of(0)));
    edit(1, set(FieldNames.variant("line"), Value.of(true)));

    assertThat(Journal.of(fleet.log())).isEmpty();
  }

  @Test
  void whatComesAfterTheOtherIsNoMerge() {
    edit(0, set(FieldNames.DESCRIPTION, Value.of("one")));
    fleet.heal();
    edit(1, set(FieldNames.OWNER, Value.of("us")));

    assertThat(Journal.of(fleet.log())).isEmpty();
  }

  @Test
  void equalChangesGiveOneJournalWhateverTheirOrder() {
    List<LogEntry> log = ApartTeam.morning().log();
    List<Merged> expected = Journal.of(log);
    assertThat(expected).isNotEmpty();

    for (int seed = 0; seed < 20; seed++) {
      List<LogEntry> shuffled = new ArrayList<>(log);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(Journal.of(shuffled)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private Merged theOne() {
    List<Merged> found = Journal.of(fleet.log());
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private void edit(int machine, Edit... edits) {
    assertThat(fleet.edit(machine, "", edits)).isEmpty();
    fleet.at(fleet.now().plusSeconds(40));
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(BETA, field, value, Optional.empty());
  }
}
