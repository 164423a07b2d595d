package dev.flotilla.net.change.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.testkit.workspace.ManyFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What edits of ten thousand flags cost on the wire, signatures included.
class PackedSizeTest {
  private static final int FLAGS = 10_000;
  private static final int FLAGS_A_CHANGE = 100;

  /// Header of the frame, length of the changes.
  private static final int FRAME_BYTES = 6 + 3;

  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice BEN = TestDevice.named("Ben");
  private static final ReplicaId ANNS = new ReplicaId(0x7a3f_1122_3344_5566L, 0x0102_0304_0506L);
  private static final ReplicaId BENS = new ReplicaId(0x1b6e_2233_4455_6677L, 0x1112_1314_1516L);

  private static final MemoryLog LOG = new MemoryLog(MemoryLog.foundedBy(ANN));

  @BeforeAll
  static void createTheFlags() {
    LOG.found(ANN, ANNS);
    LOG.author(ANN, ANNS, new Operation.AdmitMember(BEN.key(), "Ben", Role.EDITOR));
    LOG.author(BEN, BENS, new Operation.OpenReplica(BEN.key(), "Ben's machine"));
    edit(ANN, ANNS, List.of(new Edit.CreateEnvironment(ManyFlags.ENVIRONMENT, 1)));
    var flags = new ManyFlags(4);
    for (var n = 0; n < FLAGS; n += FLAGS_A_CHANGE) {
      var edits = new ArrayList<Edit>();
      flags.make(n, FLAGS_A_CHANGE).forEach(made -> edits.addAll(ManyFlags.edits(made)));
      edit(ANN, ANNS, edits);
    }
    // Ben has seen it all.
    edit(BEN, BENS, List.of(ManyFlags.toggle(0, true)));
  }

  @Test
  void aToggle() {
    var before = heads();

    var change = edit(BEN, BENS, List.of(ManyFlags.toggle(4711, true)));

    assertThat(packed(List.of(change), before)).isLessThanOrEqualTo(173);
  }

  @Test
  void aHundredTogglesAsAHundredChanges() {
    var before = heads();

    var changes = toggles().stream().map(toggle -> edit(BEN, BENS, List.of(toggle))).toList();

    assertThat(packed(changes, before)).isLessThanOrEqualTo(9_000);
  }

  @Test
  void aHundredTogglesAsOneChange() {
    var before = heads();

    var change = edit(BEN, BENS, toggles());

    assertThat(packed(List.of(change), before)).isLessThanOrEqualTo(1_000);
  }

  /// Of flags all over the place.
  private static List<Edit> toggles() {
    var random = new Random(11);
    return random.ints(0, FLAGS).distinct().limit(100).mapToObj(PackedSizeTest::toggle).toList();
  }

  private static Edit toggle(int flag) {
    return ManyFlags.toggle(flag, flag % 2 == 0);
  }

  private static int packed(List<Change> changes, Heads theirs) {
    var raw = changes.stream().map(Change::raw).toList();
    return ChangePacker.pack(raw, theirs).length + FRAME_BYTES;
  }

  private static Change edit(TestDevice device, ReplicaId replica, List<Edit> edits) {
    var plan = EditPlanner.plan(LOG.state(), edits, NextDots.of(LOG.state(), replica));
    if (!(plan instanceof Plan.Accepted(var operations))) {
      throw new AssertionError(plan.toString());
    }
    return LOG.author(device, replica, operations.toArray(Operation[]::new));
  }

  private static Heads heads() {
    var heads = new HashMap<ReplicaId, Head>();
    LOG.all().forEach(change -> heads.put(change.author(), change.head()));
    return Heads.of(heads);
  }
}
