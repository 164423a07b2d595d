package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.StateCodec;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Fleets in which some programs know more than others.
class NewerProgramsTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");

  @Test
  void unknownCriticalOpFreezesOnlyItsObject() {
    try (var stage = Stage.settled(3, 1)) {
      stage.edit(0, Edit.CreateFlag.bool("checkout"), Edit.CreateFlag.bool("search"));
      stage.awaitConverged();

      newer(stage.engine(0), critical(CHECKOUT));
      stage.awaitConverged();

      for (var machine = 0; machine < 3; machine++) {
        var engine = stage.engine(machine);
        assertThat(engine.workspace().frozen()).containsExactly(CHECKOUT);
        assertThat(engine.submit(List.of(Edit.tag("checkout", "x")), ""))
            .isInstanceOfSatisfying(
                EditOutcome.Refused.class,
                refused ->
                    assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.NEEDS_UPDATE));
        assertThat(engine.alarms()).anyMatch(alarm -> alarm.contains("update Flotilla"));
        stage.edit(machine, Edit.tag("search", "of machine " + machine));
      }
      stage.awaitConverged();
      assertThat(stage.engine(1).workspace().flag("search").orElseThrow().tags()).hasSize(3);
    }
  }

  /// Through a machine that does not understand, to one that hears nothing of the author.
  @Test
  void oldClientRelaysNewOpsBitExact() {
    try (var stage = Stage.settled(3, 2)) {
      stage.edit(1, Edit.CreateFlag.bool("checkout"));
      stage.awaitConverged();
      stage.machine(0).stop();
      newer(stage.engine(1), critical(CHECKOUT));
      newer(stage.engine(1), new Operation.Unknown(250, 3, Octets.of(new byte[] {9, 8, 7})));
      var before = stage.engine(2).heads();
      var written = stage.engine(1).port().changesFor(before, Integer.MAX_VALUE).raw();
      while (!stage.engine(2).heads().equals(stage.engine(1).heads())) {
        stage.pass(10);
      }
      stage.machine(1).stop();

      stage.machine(0).start();
      while (!stage.engine(0).heads().equals(stage.engine(2).heads())) {
        stage.pass(10);
      }

      var relayed = stage.engine(0).port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw();
      assertThat(relayed.subList(relayed.size() - written.size(), relayed.size()))
          .containsExactlyElementsOf(written);
      assertThat(stage.engine(0).workspace().frozen()).containsExactly(CHECKOUT);
      stage.machine(1).start();
      stage.awaitConverged();
    }
  }

  /// What is not understood outlives the program that took it in.
  @Test
  void whatIsFrozenStaysFrozenWhenAProgramStartsAgain() {
    try (var stage = Stage.settled(2, 3)) {
      newer(stage.engine(0), critical(CHECKOUT));
      stage.awaitConverged();

      stage.machine(1).stop();
      stage.machine(1).start();

      assertThat(stage.engine(1).workspace().frozen()).containsExactly(CHECKOUT);
      stage.awaitConverged();
    }
  }

  private static Operation critical(EntityId about) {
    var body = new CanonicalWriter();
    StateCodec.ENTITY.write(body, about);
    return new Operation.Unknown(
        200, Operation.Unknown.CRITICAL, Octets.of(body.utf8("dark").toBytes()));
  }

  private static void newer(Engine engine, Operation operation) {
    assertThat(engine.append(List.of(operation))).isInstanceOf(EditOutcome.Done.class);
  }
}
