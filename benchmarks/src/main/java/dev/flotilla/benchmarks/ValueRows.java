package dev.flotilla.benchmarks;

import static dev.flotilla.benchmarks.Nodes.AUTHORS;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.types.DisableWinsFlag;
import dev.flotilla.crdt.types.EnableWinsFlag;
import dev.flotilla.crdt.types.LwwRegister;
import dev.flotilla.crdt.types.MvRegister;
import dev.flotilla.crdt.types.PnCounter;
import dev.flotilla.crdt.types.SiblingRegister;
import java.util.List;
import org.apache.pekko.cluster.ddata.LWWRegister;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.PNCounter;

/// Edits of counters, registers and flags. Every edit starts from the same state and gives the next
/// state and a delta, both as objects.
final class ValueRows {

  /// So many replicas have edited the value.
  private static final List<Integer> SIZES = List.of(AUTHORS, 64);

  private ValueRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of("G-Counter increment", SIZES, ValueRows::gCounter, ValueRows::pekkoGCounter),
        Row.of("PN-Counter increment", SIZES, ValueRows::pnCounter, ValueRows::pekkoPnCounter),
        Row.of(
            "LWW-Register write", List.of(AUTHORS), ValueRows::register, ValueRows::pekkoRegister),
        Row.of(
            "flag switched on after it was off (Pekko: OR-Set of one element)",
            List.of(AUTHORS),
            ValueRows::flag,
            ValueRows::pekkoFlag),
        Row.own("disable-wins flag, switched on", List.of(AUTHORS), ValueRows::disableWins),
        Row.own("MV-Register write", List.of(AUTHORS), ValueRows::mvRegister),
        Row.own("register with siblings, write", List.of(AUTHORS), ValueRows::siblings));
  }

  private static Step gCounter(int replicas) {
    var start = Fleet.counter(replicas);
    return sink -> Fleet.edit(sink, start, start.increment(Fleet.ME, 1));
  }

  private static Step pekkoGCounter(int replicas) {
    var start = Nodes.counter(replicas);
    return sink -> {
      var next = start.increment(Nodes.ME, 1);
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step pnCounter(int replicas) {
    var counter = PnCounter.ZERO;
    for (int i = 0; i < replicas; i++) {
      counter = counter.increment(Fleet.replica(i), Nodes.COUNTED).applyTo(counter);
      counter = counter.decrement(Fleet.replica(i), Nodes.COUNTED / 2).applyTo(counter);
    }
    var start = counter;
    return sink -> Fleet.edit(sink, start, start.increment(Fleet.ME, 1));
  }

  private static Step pekkoPnCounter(int replicas) {
    var counter = PNCounter.create();
    for (int i = 0; i < replicas; i++) {
      counter = counter.increment(Nodes.node(i), Nodes.COUNTED).resetDelta();
      counter = counter.decrement(Nodes.node(i), Nodes.COUNTED / 2).resetDelta();
    }
    var start = counter;
    return sink -> {
      var next = start.increment(Nodes.ME, 1);
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step flag(int replicas) {
    var flag = EnableWinsFlag.OFF;
    for (int i = 0; i < replicas; i++) {
      flag = flag.enable(new Dot(Fleet.replica(i), 1)).applyTo(flag);
      flag = flag.disable(new Dot(Fleet.replica(i), 2)).applyTo(flag);
    }
    var off = flag;
    var dot = new Dot(Fleet.ME, 3);
    return sink -> Fleet.edit(sink, off, off.enable(dot));
  }

  /// Pekko's own `Flag` can never be switched off again. What can is a set with one element.
  private static Step pekkoFlag(int replicas) {
    ORSet<String> flag = ORSet.create();
    for (int i = 0; i < replicas; i++) {
      flag = flag.add(Nodes.node(i), "on").resetDelta();
      flag = flag.remove(Nodes.node(i), "on").resetDelta();
    }
    var off = flag;
    return sink -> {
      var next = off.add(Nodes.ME, "on");
      sink.consume(next.delta());
      sink.consume(next);
    };
  }

  private static Step disableWins(int replicas) {
    var flag = DisableWinsFlag.OFF;
    for (int i = 0; i < replicas; i++) {
      flag = flag.enable(new Dot(Fleet.replica(i), 1)).applyTo(flag);
      flag = flag.disable(new Dot(Fleet.replica(i), 2)).applyTo(flag);
    }
    var off = flag;
    var dot = new Dot(Fleet.ME, 3);
    return sink -> Fleet.edit(sink, off, off.enable(dot));
  }

  /// With the time of day read for each write, on both sides.
  private static Step register(int replicas) {
    var clock = new Ticking();
    LwwRegister<String> register = LwwRegister.empty();
    for (int i = 0; i < replicas; i++) {
      var dot = new Dot(Fleet.replica(i), 1);
      register = register.write(dot, clock.now(), Texts.FIRST).applyTo(register);
    }
    var start = register;
    var dot = new Dot(Fleet.ME, 2);
    var values = new Cycle<>(Texts.values());
    return sink -> Fleet.edit(sink, start, start.write(dot, clock.now(), values.next()));
  }

  /// The state is its own delta.
  private static Step pekkoRegister(int replicas) {
    var register = LWWRegister.create(Nodes.node(0), Texts.FIRST);
    for (int i = 1; i < replicas; i++) {
      register = register.withValue(Nodes.node(i), Texts.FIRST);
    }
    var start = register;
    var values = new Cycle<>(Texts.values());
    return sink -> sink.consume(start.withValue(Nodes.ME, values.next()));
  }

  private static Step mvRegister(int replicas) {
    MvRegister<String> register = MvRegister.empty();
    for (int i = 0; i < replicas; i++) {
      register = register.write(new Dot(Fleet.replica(i), 1), Texts.FIRST).applyTo(register);
    }
    var start = register;
    var dot = new Dot(Fleet.ME, 2);
    var values = new Cycle<>(Texts.values());
    return sink -> Fleet.edit(sink, start, start.write(dot, values.next()));
  }

  private static Step siblings(int replicas) {
    var clock = new Ticking();
    SiblingRegister<String> register = SiblingRegister.empty();
    for (int i = 0; i < replicas; i++) {
      var dot = new Dot(Fleet.replica(i), 1);
      register = register.write(dot, clock.now(), Texts.FIRST).applyTo(register);
    }
    var start = register;
    var dot = new Dot(Fleet.ME, 2);
    var values = new Cycle<>(Texts.values());
    return sink -> Fleet.edit(sink, start, start.write(dot, clock.now(), values.next()));
  }
}
