package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Engine;
import java.nio.file.Path;
import java.util.List;

/// A world that a test leads by the hand.
final class Stage implements AutoCloseable {
  private static final long PATIENCE = 30 * Timeline.MINUTE;

  /// What takes longer than a second is looked at so often: a look asks every machine.
  private static final long ROUGH_MILLIS = 100;

  private final World world;
  private final Fate fate;

  private Stage(World world) {
    this.world = world;
    this.fate = new Fate(world);
  }

  static Stage of(Terms terms, long seed) {
    return new Stage(new World(terms, seed, Path.of("unused")));
  }

  static Stage onRealFiles(Terms terms, long seed, Path folder) {
    return new Stage(new World(terms.withSqlite(), seed, folder));
  }

  /// A fleet whose machines have found each other.
  static Stage settled(int machines, long seed) {
    var stage = of(Terms.of(machines), seed);
    stage.awaitConverged();
    return stage;
  }

  World world() {
    return world;
  }

  Machine machine(int number) {
    return world.machine(number);
  }

  Engine engine(int number) {
    return machine(number).running();
  }

  /// Now, in milliseconds.
  long now() {
    return world.time().millis();
  }

  void edit(int machine, Edit... edits) {
    assertThat(engine(machine).submit(List.of(edits), "")).isInstanceOf(EditOutcome.Done.class);
  }

  void happen(Happening... happenings) {
    fate.schedule(List.of(happenings));
    pass(1);
  }

  void pass(long millis) {
    world.runUntil(world.time().now() + millis * Timeline.MILLISECOND);
  }

  /// Lets time pass until all have the same.
  ///
  /// @return how long that took, in milliseconds
  long awaitConverged() {
    var millis = awaitSameHeads();
    world.machines().forEach(world.ledger()::examine);
    world.machines().forEach(world.ledger()::examineConverged);
    world.ledger().throwIfBroken();
    return millis;
  }

  /// The same without a look at what they have.
  long awaitSameHeads() {
    var from = world.time().now();
    while (!world.isConverged()) {
      assertThat(world.time().now() - from)
          .as(() -> "waited for convergence: " + Simulator.heads(world))
          .isLessThan(PATIENCE);
      pass(world.time().now() - from < Timeline.SECOND ? 1 : ROUGH_MILLIS);
    }
    return (world.time().now() - from) / Timeline.MILLISECOND;
  }

  /// Ends all faults, then the same.
  long calm() {
    fate.calm();
    return awaitConverged();
  }

  @Override
  public void close() {
    world.machines().forEach(Machine::stop);
  }
}
