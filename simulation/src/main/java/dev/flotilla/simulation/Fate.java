package dev.flotilla.simulation;

import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.simulation.disk.Disk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes happenings happen.
final class Fate {
  private final World world;

  /// What a disk held.
  ///
  /// @param promise the changes that were committed on it
  private record Kept(Disk.Image image, Set<ChangeHash> promise) {}

  /// What the disks of machines held when a later happening will want it back.
  private final Map<Integer, TreeMap<Long, Kept>> images = new HashMap<>();

  /// Counts the storms, so that the end of one does not end the next.
  private long storms;

  private long slowdowns;
  private boolean over;

  Fate(World world) {
    this.world = world;
  }

  void schedule(List<Happening> happenings) {
    for (var happening : happenings) {
      if (happening instanceof Happening.RollBack(_, var machine, var to, _)) {
        at(to, () -> remember(machine, to));
      }
      at(happening.at(), () -> happen(happening));
    }
  }

  private void at(long millis, Runnable action) {
    world.time().at(millis * Timeline.MILLISECOND, action);
  }

  private void in(long millis, Runnable action) {
    world.time().in(millis * Timeline.MILLISECOND, action);
  }

  private void remember(int number, long at) {
    if (world.hasMachine(number)) {
      var machine = world.machine(number);
      var kept = new Kept(machine.disk().image(), world.ledger().promise(machine));
      images.computeIfAbsent(number, _ -> new TreeMap<>()).put(at, kept);
    }
  }

  private void happen(Happening happening) {
    if (over || !concerned(happening).allMatch(world::hasMachine)) {
      return; // a copy that was never made has no fate
    }
    world.trace().tell(happening.toString());
    switch (happening) {
      case Happening.Edit(_, var machine, var seed) -> edit(world.machine(machine), seed);
      case Happening.Stop(_, var machine, var millis) -> {
        world.machine(machine).stop();
        startIn(machine, millis);
      }
      case Happening.Kill(_, var machine, var millis) -> {
        world.machine(machine).goDown(false);
        startIn(machine, millis);
      }
      case Happening.PowerLoss(_, var machine, var millis) -> {
        world.machine(machine).goDown(true);
        startIn(machine, millis);
      }
      case Happening.DieWriting(_, var machine, var writes, var millis) -> {
        world.machine(machine).dieWriting(writes, millis);
      }
      case Happening.DiskFull(_, var machine, var millis) -> {
        var controller = world.machine(machine).controller();
        controller.setFull(true);
        in(millis, () -> controller.setFull(false));
      }
      case Happening.RollBack(_, var machine, var to, var millis) -> rollBack(machine, to, millis);
      case Happening.Clone(_, var machine, var as, var millis) -> {
        if (!world.hasMachine(as)) {
          world.copy(world.machine(machine), as);
          startIn(as, millis);
        }
      }
      case Happening.ClockSet(_, var machine, var ahead, var gains) ->
          world.machine(machine).clock().set(ahead, gains);
      case Happening.Silence(_, var from, var to, var millis) -> {
        world.air().silence(from, to, true);
        in(millis, () -> world.air().silence(from, to, false));
      }
      case Happening.Partition(_, var border, var millis) -> {
        world.air().partition(border, true);
        in(millis, () -> world.air().partition(border, false));
      }
      case Happening.Clean(_, var machine, var millis) -> clean(world.machine(machine), millis);
      case Happening.Cut(_, var one, var other) -> cut(world.machine(one), world.machine(other));
      case Happening.Slow(_, var machine, var speed, var millis) -> slow(machine, speed, millis);
      case Happening.Storm(_, var weather, var millis) -> storm(weather, millis);
    }
  }

  /// The machines that must be there.
  private static IntStream concerned(Happening happening) {
    return switch (happening) {
      case Happening.Edit(_, var machine, _) -> IntStream.of(machine);
      case Happening.Stop(_, var machine, _) -> IntStream.of(machine);
      case Happening.Kill(_, var machine, _) -> IntStream.of(machine);
      case Happening.PowerLoss(_, var machine, _) -> IntStream.of(machine);
      case Happening.DieWriting(_, var machine, _, _) -> IntStream.of(machine);
      case Happening.DiskFull(_, var machine, _) -> IntStream.of(machine);
      case Happening.RollBack(_, var machine, _, _) -> IntStream.of(machine);
      case Happening.Clone(_, var machine, _, _) -> IntStream.of(machine);
      case Happening.ClockSet(_, var machine, _, _) -> IntStream.of(machine);
      case Happening.Silence(_, var from, var to, _) -> IntStream.of(from, to);
      case Happening.Clean(_, var machine, _) -> IntStream.of(machine);
      case Happening.Cut(_, var one, var other) -> IntStream.of(one, other);
      case Happening.Slow(_, var machine, _, _) -> IntStream.of(machine);
      case Happening.Partition _, Happening.Storm _ -> IntStream.empty();
    };
  }

  private void edit(Machine machine, long seed) {
    if (machine.isUp()) {
      machine.edit(Chance.stream(seed));
    }
  }

  private void startIn(int machine, long millis) {
    in(millis, () -> world.machine(machine).start());
  }

  private void rollBack(int number, long to, long millis) {
    var machine = world.machine(number);
    machine.stop();
    var kept = images.getOrDefault(number, new TreeMap<>()).get(to);
    if (kept != null) {
      machine.disk().restore(kept.image());
      world.ledger().exchanged(machine, kept.promise());
    }
    startIn(number, millis);
  }

  private void clean(Machine machine, long millis) {
    if (!machine.isUp()) {
      return;
    }
    var before = machine.running().workspace();
    if (world.terms().plant() == Plant.CLEANS_WITHOUT_LOOKING) {
      var found = before.disposable(world.everywhere());
      in(millis, () -> takeAway(machine, found));
      return;
    }
    machine.running().clean();
    world.ledger().cleaned(machine, before, machine.running().workspace());
  }

  /// What was found to be deleted everywhere some time ago.
  private void takeAway(Machine machine, List<EntityId> found) {
    if (machine.isUp()) {
      var now = machine.running().workspace();
      world.ledger().cleaned(machine, now, now.without(found));
    }
  }

  private static void cut(Machine one, Machine other) {
    one.lines().stream().filter(end -> end.peer() == other).forEach(end -> end.line().breakDown());
  }

  private void slow(int machine, long speed, long millis) {
    var mine = ++slowdowns;
    world.air().slow(machine, speed);
    in(
        millis,
        () -> {
          if (mine == slowdowns) {
            world.air().fast(machine);
          }
        });
  }

  private void storm(Weather weather, long millis) {
    var mine = ++storms;
    world.air().storm(weather);
    in(
        millis,
        () -> {
          if (mine == storms) {
            world.air().fair();
            breakAllIfRude(weather);
          }
        });
  }

  /// A connection in which frames vanished is no connection any more: TLS ends it at the next
  /// frame.
  private void breakAllIfRude(Weather weather) {
    if (weather.rude() > 0) {
      world.machines().forEach(machine -> machine.lines().forEach(end -> end.line().breakDown()));
    }
  }

  /// Ends all faults: everything is up, reachable, and has room and a sane clock. What the scenario
  /// had still in store does not happen.
  void calm() {
    over = true;
    storms++;
    breakAllIfRude(world.air().weather());
    world.air().calm();
    for (var machine : world.machines()) {
      machine.controller().setFull(false);
      machine.clock().set(0, 0);
      machine.start();
    }
    world.trace().tell("calm");
  }
}
