package dev.flotilla.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.evidence.SignedHistory.Seen;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.Change;
import dev.flotilla.testkit.workspace.Disputes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What signed changes prove, also of a machine of which there are two.
class SignedHistoryTest {
  private static final ReplicaId BEN = new ReplicaId(9, 9);

  private final CopiedMachine machine = new CopiedMachine();

  @Test
  void eachCopyIsAChainOfItsOwn() {
    var history = history();

    assertThat(history.chain(machine.one))
        .containsExactly(machine.first, machine.common, machine.one);
    assertThat(history.chain(machine.two))
        .containsExactly(machine.first, machine.common, machine.two);
    assertThat(history.isForked(CopiedMachine.AUTHOR)).isTrue();
    assertThat(seen(history, machine.one, machine.two)).isEqualTo(Seen.NO);
    assertThat(seen(history, machine.one, machine.common)).isEqualTo(Seen.YES);
  }

  @Test
  void whoNamesACopyHadSeenThatOneAndWhatWasBeforeBoth() {
    var ben = ben(Map.of(CopiedMachine.branch(machine.two), machine.two.last()));
    var history = history(ben);

    assertThat(seen(history, ben, machine.two)).isEqualTo(Seen.YES);
    assertThat(seen(history, ben, machine.one)).isEqualTo(Seen.NO);
    assertThat(seen(history, ben, machine.common)).isEqualTo(Seen.YES);
  }

  @Test
  void whoKnewOfOneCopyOnlyDoesNotSayOfWhich() {
    var ben = ben(Map.of(CopiedMachine.AUTHOR, machine.one.last()));
    var history = history(ben);

    assertThat(seen(history, ben, machine.one)).isEqualTo(Seen.UNKNOWN);
    assertThat(seen(history, ben, machine.two)).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void whoHadNotHeardOfEitherHadSeenNeither() {
    var ben = ben(Map.of(CopiedMachine.AUTHOR, machine.common.last()));

    assertThat(seen(history(ben), ben, machine.one)).isEqualTo(Seen.NO);
  }

  @Test
  void withoutTheFirstChangeNothingIsSaid() {
    var history = new SignedHistory(List.of(machine.common, machine.one, machine.two));

    assertThat(history.isWhole(machine.one)).isFalse();
    assertThat(history.opening(machine.one)).isEmpty();
    assertThat(seen(history, machine.one, machine.two)).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void theEvidenceOfTwoCopiesOfOneMachineHoldsAndTellsThemApart(@TempDir Path folder)
      throws Exception {
    var workspace = machine.workspace();
    var conflict = workspace.conflicts().getFirst();
    var evidence = Evidence.of(workspace, conflict, machine.log()).orElseThrow();
    var file = folder.resolve("copies.zip");

    EvidenceFile.write(evidence, machine.log(), file);

    var report = EvidenceCheck.of(file);
    assertThat(report.wrong()).isEmpty();
    assertThat(report.open()).hasSize(1);
    assertThat(report.proven())
        .anyMatch(one -> one.startsWith("4 changes were signed by their authors"))
        .filteredOn(one -> one.contains("had not seen"))
        .hasSize(2)
        .allMatch(one ->
            one.matches(
                "laptop \\(change \\p{XDigit}{8}\\) had not seen #3 of laptop \\(change .*"));
  }

  /// Sides of some kinds are writes of several places, or of other places than the conflict's.
  @Test
  void evidenceOfEveryKindOfConflictHolds(@TempDir Path folder) throws Exception {
    var fleet = new SignedFleet(Disputes.ofEveryKind());
    var file = folder.resolve("evidence.zip");
    for (var conflict : fleet.workspace().conflicts()) {
      var evidence = Evidence.of(fleet.workspace(), conflict, fleet.log()).orElseThrow();

      EvidenceFile.write(evidence, fleet.log(), file);

      var report = EvidenceCheck.of(file);
      assertThat(report.wrong()).as("%s", conflict).isEmpty();
      assertThat(report.open()).as("%s", conflict).hasSize(1);
      assertThat(report.proven())
          .as("%s", conflict)
          .anyMatch(one -> one.matches("device-[01] had not seen #\\d+ of device-[01]\\."));
    }
  }

  /// Whoever reads it need not be where it was written.
  @Test
  void itsWordsAreTheSameInAllTimeZones() {
    var workspace = machine.workspace();
    var conflict = workspace.conflicts().getFirst();
    var evidence = Evidence.of(workspace, conflict, machine.log()).orElseThrow();

    assertThat(EvidenceWords.plain(evidence)).contains("change #3, 2023-11-14 22:13:20 UTC: ");
  }

  private SignedHistory history(Change... others) {
    var all = new ArrayList<>(List.of(others));
    all.addAll(List.of(machine.two, machine.one, machine.common, machine.first));
    return new SignedHistory(all);
  }

  private static Change ben(Map<ReplicaId, Long> seen) {
    var slot = new Slot.Field(EntityId.flag("checkout"), "owner");
    return CopiedMachine.sign(BEN, null, seen, CopiedMachine.write(slot, Value.of("ben")));
  }

  private static Seen seen(SignedHistory history, Change by, Change other) {
    return history.seen(by, other, other.last());
  }
}
