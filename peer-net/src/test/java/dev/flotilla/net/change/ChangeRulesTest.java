package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Operation.FoundWorkspace;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Role;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeRulesTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final ReplicaId EVES = new ReplicaId(3, 3);

  private final MemoryLog log = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final MemoryLog peer = new MemoryLog(MemoryLog.foundedBy(ANN));
  private final Change founding = log.found(ANN, ANNS);

  @Test
  void takesAChainInOrder() {
    var edit = log.author(ANN, ANNS, Writes.create("checkout"));

    assertThat(peer.take(edit)).isInstanceOf(Verdict.Early.class);
    assertThat(peer.take(founding)).isInstanceOf(Verdict.Applicable.class);
    assertThat(peer.take(edit)).isInstanceOf(Verdict.Applicable.class);
    assertThat(peer.take(edit)).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void refusesADeviceThatNobodyAdmitted() {
    peer.take(founding);

    var intrusion = log.draft(EVE, EVES, new OpenReplica(EVE.key(), "Eve"));

    assertThat(peer.take(intrusion)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void refusesADeviceWhoseAdmissionItsFirstChangeHasNotSeen() {
    var unseen = log.draft(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));

    assertThat(log.take(unseen)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void takesAnAdmittedDevice() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));

    var opening = log.draft(BEN, BENS, new OpenReplica(BEN.key(), "Ben"), Writes.create("search"));

    assertThat(log.take(opening)).isInstanceOf(Verdict.Applicable.class);
  }

  @Test
  void refusesAFounderOfAnotherWorkspace() {
    var other =
        peer.draft(
            EVE,
            EVES,
            new OpenReplica(EVE.key(), "Eve"),
            new FoundWorkspace(Octets.of(new byte[FoundWorkspace.NONCE_BYTES]), "Mine"),
            new AdmitMember(EVE.key(), "Eve", Role.OWNER));

    assertThat(log.take(other)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void refusesWritesOfAViewer() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.VIEWER));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    var edit = log.draft(BEN, BENS, Writes.create("search"));

    assertThat(log.take(edit)).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void refusesAnEditorWhoAdmitsAnAdminOrDemotesTheOwner() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    var promotion = log.draft(BEN, BENS, new AdmitMember(EVE.key(), "Eve", Role.ADMIN));
    var demotion = log.draft(BEN, BENS, new AdmitMember(ANN.key(), "Ann", Role.VIEWER));

    assertThat(log.take(promotion)).isInstanceOf(Verdict.Invalid.class);
    assertThat(log.take(demotion)).isInstanceOf(Verdict.Invalid.class);
  }

  /// Eve names only Ben's replica as seen. Ben's change depends on Ann's, by which Eve became a
  /// viewer: keeping that quiet must not make Eve an editor again.
  @Test
  void countsWhatItsDependenciesHaveSeen() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    log.author(ANN, ANNS, new AdmitMember(EVE.key(), "Eve", Role.EDITOR));
    log.author(EVE, EVES, new OpenReplica(EVE.key(), "Eve"));
    log.author(ANN, ANNS, new AdmitMember(EVE.key(), "Eve", Role.VIEWER));
    var bens = log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    var onlyBens = log.draft(EVE, EVES, Map.of(BENS, bens.last()), Writes.create("search"));
    var nothing = log.draft(EVE, EVES, Map.of(), Writes.create("search"));

    assertThat(log.take(onlyBens)).isEqualTo(new Verdict.Invalid("its device may only read"));
    assertThat(log.take(nothing)).isInstanceOf(Verdict.Applicable.class); // it has not seen it yet
  }

  /// Ben's first change has seen the whole past of the change it names.
  @Test
  void aPastIsClosedUnderTheDependenciesOfDependencies() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.ADMIN));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));
    log.author(BEN, BENS, new AdmitMember(EVE.key(), "Eve", Role.EDITOR));
    var bens = log.head(BENS).orElseThrow();

    var opening =
        log.draft(EVE, EVES, Map.of(BENS, bens.last()), new OpenReplica(EVE.key(), "Eve"));

    assertThat(log.take(opening)).isInstanceOf(Verdict.Applicable.class);
    assertThat(log.head(EVES).orElseThrow().past()).isEqualTo(log.state().vector());
    assertThat(log.take(log.draft(EVE, EVES, Map.of(ANNS, 1L), Writes.create("search"))))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void waitsForTheBranchThatAChangeContinues() {
    peer.take(founding);
    log.author(ANN, ANNS, Writes.create("checkout"));
    var onThisBranch = log.author(ANN, ANNS, Writes.create("cart"));
    peer.author(ANN, ANNS, Writes.create("search"));

    assertThat(peer.take(onThisBranch)).isInstanceOf(Verdict.Early.class);
  }

  @Test
  void waitsForTheBranchThatADependencyMeans() {
    var admission = log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    peer.take(founding);
    peer.take(admission);
    var meant = log.author(ANN, ANNS, Writes.create("checkout"));
    peer.author(ANN, ANNS, Writes.create("search"));

    var early = log.draft(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));

    assertThat(peer.take(early)).isInstanceOf(Verdict.Early.class);
    assertThat(peer.take(meant)).isInstanceOf(Verdict.Applicable.class);
    assertThat(peer.take(early)).isInstanceOf(Verdict.Applicable.class);
  }

  @Test
  void refusesAWrongSignature() {
    var forged = log.draft(EVE, ANNS, Writes.create("checkout"));

    assertThat(log.take(forged)).isEqualTo(new Verdict.Invalid("its signature is wrong"));
  }

  @Test
  void refusesAWriteThatSupersedesWhatItsAuthorHasNotSeen() {
    var unseen = new Dot(BENS, 1);

    var edit = log.draft(ANN, ANNS, Writes.describe("checkout", "x", unseen));

    assertThat(log.take(edit)).isInstanceOf(Verdict.Invalid.class);
  }

  /// The next move of anybody takes a greater number. After one move with the greatest number there
  /// is, no folder could ever be moved or created again.
  @Test
  void refusesAMoveWhoseNumberIsAboveThatOfAllOperationsItsAuthorHasSeen() {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    var opening = log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));
    long seen = founding.last() + 1 + opening.last();

    var create = Writes.create("checkout");
    var last = log.draft(BEN, BENS, create, Writes.move("mobile", Long.MAX_VALUE));
    var tooHigh = log.draft(BEN, BENS, create, Writes.move("mobile", seen + 3));
    var highest = log.draft(BEN, BENS, create, Writes.move("mobile", seen + 2));

    var refusal = new Verdict.Invalid("it moves a folder with a number that is too high");
    assertThat(log.take(last)).isEqualTo(refusal);
    assertThat(log.take(tooHigh)).isEqualTo(refusal);
    assertThat(log.take(highest)).isInstanceOf(Verdict.Applicable.class);
  }

  @Test
  void refusesAReplicaThatIsOpenedAgainAmidItsChain() {
    var again = log.draft(ANN, ANNS, new OpenReplica(EVE.key(), "Eve"));

    assertThat(log.take(again)).isInstanceOf(Verdict.Invalid.class);
  }

  /// The state is a function of the set of changes: whatever order they arrive in, those that wait
  /// for others find their place.
  @Seeded(30)
  void stateIsTheSameInWhateverOrderChangesArrive(long seed) {
    var random = new Random(seed);
    writeHistory(random);
    var arrivals = new ArrayList<>(log.all());
    Collections.shuffle(arrivals, random);
    arrivals.addAll(log.all().subList(0, 5)); // some come twice

    deliver(arrivals);

    assertThat(peer.state().digest()).isEqualTo(log.state().digest());
    assertThat(peer.state()).isEqualTo(log.state());
  }

  private void writeHistory(Random random) {
    log.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    log.author(ANN, ANNS, new AdmitMember(EVE.key(), "Eve", Role.ADMIN));
    log.author(BEN, BENS, new OpenReplica(BEN.key(), "Ben"));
    log.author(EVE, EVES, new OpenReplica(EVE.key(), "Eve"));
    var branches = List.of(log, new MemoryLog(MemoryLog.foundedBy(ANN)));
    log.all().forEach(branches.get(1)::take);
    for (var i = 0; i < 40; i++) {
      var ann = random.nextBoolean();
      // Ann and Eve work on one branch, Ben on another that sees theirs now and then.
      var branch = branches.get(ann ? 0 : 1);
      var flag = "flag" + random.nextInt(4);
      branch.author(
          ann ? ANN : BEN, ann ? ANNS : BENS, Writes.create(flag), Writes.describe(flag, "" + i));
      if (random.nextInt(5) == 0) {
        branches.get(0).all().forEach(branches.get(1)::take);
        branches.get(1).all().forEach(branches.get(0)::take);
      }
    }
    branches.get(1).all().forEach(log::take);
  }

  private void deliver(List<Change> arrivals) {
    var waiting = new ArrayList<Change>();
    for (var change : arrivals) {
      waiting.add(change);
      while (waiting.removeIf(early -> !(peer.take(early) instanceof Verdict.Early))) {
        // again, since what was taken may be what others wait for
      }
    }
    assertThat(waiting).isEmpty();
  }
}
