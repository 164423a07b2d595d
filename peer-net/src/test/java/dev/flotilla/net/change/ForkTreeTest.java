package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Role;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/// Databases are copied at random moments, copies of copies included, and all of them are edited
/// and meet now and then. Whatever order the changes arrive in, everybody has the same in the end.
class ForkTreeTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final ReplicaId ANNS = new ReplicaId(1, 1);
  private static final ReplicaId BENS = new ReplicaId(2, 2);
  private static final int COPIES = 6;

  @Seeded(60)
  void stateIsAFunctionOfTheChangesWhateverForks(long seed) {
    var random = new Random(seed);
    var meanings = new Meanings();
    var changes = write(meanings, random);

    var logs = new ArrayList<MemoryLog>();
    for (var i = 0; i < 4; i++) {
      logs.add(deliver(changes, random));
    }

    var first = logs.getFirst();
    for (var log : logs) {
      assertThat(log.all()).containsExactlyInAnyOrderElementsOf(changes);
      assertThat(log.lineages().forkedAuthors()).isEqualTo(first.lineages().forkedAuthors());
      assertThat(log.heads()).isEqualTo(first.heads());
      assertThat(log.state().vector()).isEqualTo(first.heads().vector());
      assertThat(log.state().digest()).isEqualTo(first.state().digest());
      assertThat(log.state()).isEqualTo(first.state());
      meanings.check(log);
      changes.forEach(change -> assertThat(log.past(change)).isEqualTo(first.past(change)));
    }
  }

  private static List<Change> write(Meanings meanings, Random random) {
    var workspace = emptyLog();
    workspace.found(ANN, ANNS);
    workspace.author(ANN, ANNS, new AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    var machines = new ArrayList<Machine>();
    machines.add(new Machine(ANN, workspace, ANNS, meanings, random));
    machines.add(new Machine(BEN, workspace.copy(), BENS, meanings, random));
    for (var i = 0; i < 40; i++) {
      var one = machines.get(random.nextInt(machines.size()));
      var other = machines.get(random.nextInt(machines.size()));
      switch (random.nextInt(8)) {
        case 0 -> one.takeFrom(other, Integer.MAX_VALUE);
        case 1 -> one.takeFrom(other, random.nextInt(1, other.log().all().size() + 1));
        case 2 -> {
          if (machines.size() < 2 + COPIES) {
            machines.add(one.copy());
          }
        }
        default -> one.edit();
      }
    }
    var all = new LinkedHashSet<Change>();
    machines.forEach(machine -> all.addAll(machine.log().all()));
    return List.copyOf(all);
  }

  private static MemoryLog deliver(List<Change> changes, Random random) {
    var log = emptyLog();
    var arrivals = new ArrayList<>(changes);
    arrivals.addAll(changes.subList(0, changes.size() / 4)); // some come twice
    Collections.shuffle(arrivals, random);
    var waiting = new ArrayList<Change>();
    for (var change : arrivals) {
      waiting.add(change);
      while (waiting.removeIf(early -> isSettled(log.take(early)))) {
        // again, since what was taken may be what others wait for
      }
    }
    assertThat(waiting).isEmpty();
    return log;
  }

  /// Signatures have tests of their own.
  private static MemoryLog emptyLog() {
    return new MemoryLog(MemoryLog.foundedBy(ANN), (_, _, _) -> true);
  }

  private static boolean isSettled(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applicable _, Verdict.Known _ -> true;
      case Verdict.Early _ -> false;
      case Verdict.Fork _,
          Verdict.TooManyBranches _,
          Verdict.TooManyReplicas _,
          Verdict.Invalid _ ->
          throw new AssertionError(verdict.toString());
    };
  }
}
