package dev.flotilla.simulation;

import dev.flotilla.simulation.disk.Disk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes happenings happen.
final class Fate {
  private final World world;

  /// What the disks of machines held when a later happening will want it back.
  private final Map<Integer, TreeMap<Long, Disk.Image>> images = new HashMap<>();

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
        at(to, () -> remember(world.machine(machine), to));
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

  private void remember(Machine machine, long at) {
    images.computeIfAbsent(machine.number(), _ -> new TreeMap<>()).put(at, machine.disk().image());
  }

  private void happen(Happening happening) {
    if (over) {
      return;
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
    var image = images.getOrDefault(number, new TreeMap<>()).get(to);
    if (image != null) {
      machine.disk().restore(image);
      world.ledger().forget(machine);
    }
    startIn(number, millis);
  }

  /// Only looks what would be there afterwards: the engine itself cleans up in one transaction.
  private void clean(Machine machine, long millis) {
    if (!machine.isUp()) {
      return;
    }
    var found = machine.running().workspace().disposable(world.everywhere());
    in(
        millis,
        () -> {
          if (machine.isUp()) {
            var now = machine.running().workspace();
            var looksAgain = world.terms().plant() != Plant.CLEANS_WITHOUT_LOOKING;
            var taken = looksAgain ? now.disposable(world.everywhere()) : found;
            world.ledger().cleaned(machine, now, now.without(taken));
          }
        });
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
