package dev.flotilla.simulation;

import java.util.random.RandomGenerator;

/// One connection between two machines: two sessions, and the frames between them. As TCP does, it
/// delivers in order or not at all; unless the weather is rude.
final class Line {
  /// Each retransmission waits twice as long as the one before.
  private static final long RESEND_MICROS = 200 * Timeline.MILLISECOND;

  private static final int RESENDS = 5;

  /// A frame that nobody can receive is tried again so often.
  private static final long RETRY_MICROS = 500 * Timeline.MILLISECOND;

  /// What the two operating systems keep, as time at the present speed.
  private static final long BUFFER_MICROS = 40 * Timeline.MILLISECOND;

  private final World world;
  private final RandomGenerator random;
  private final LineEnd dialling;
  private final LineEnd answering;
  private final Way there;
  private final Way back;
  private boolean broken;

  /// One direction.
  private static final class Way {
    private final LineEnd from;
    private final LineEnd to;
    private long freeAt;
    private long lastArrival;
    private long underWay;

    Way(LineEnd from, LineEnd to) {
      this.from = from;
      this.to = to;
    }
  }

  Line(World world, Machine from, Machine to, long number) {
    this.world = world;
    this.random = world.chance().of("line", from.number(), to.number(), number);
    this.dialling = LineEnd.dialling(this, from, to);
    this.answering = LineEnd.answering(this, to, from);
    this.there = new Way(dialling, answering);
    this.back = new Way(answering, dialling);
  }

  World world() {
    return world;
  }

  LineEnd dialling() {
    return dialling;
  }

  LineEnd endOf(Machine machine) {
    return dialling.machine() == machine ? dialling : answering;
  }

  LineEnd other(LineEnd end) {
    return end == dialling ? answering : dialling;
  }

  void start() {
    dialling.machine().began(dialling);
    answering.machine().began(answering);
    dialling.pumpSoon();
    answering.pumpSoon();
  }

  boolean isBroken() {
    return broken;
  }

  /// When the way from this end takes the next frame; a moment that has passed if it does so now.
  long writableAt(LineEnd from) {
    return way(from).freeAt - BUFFER_MICROS;
  }

  void send(LineEnd from, byte[] frame) {
    var way = way(from);
    var time = world.time();
    var speed = world.air().bytesPerSecond(from.machine().number(), way.to.machine().number());
    way.underWay += frame.length;
    world.traffic().underWay(way.underWay);
    way.freeAt = Math.max(way.freeAt, time.now()) + frame.length * Timeline.SECOND / speed;
    world.sent(from, way.to, frame);
    travel(way, frame, way.freeAt);
  }

  private void travel(Way way, byte[] frame, long leaves) {
    var weather = world.air().weather();
    var luck = random.nextDouble();
    if (world.traffic().isDoomed()) {
      world.time().at(leaves, this::breakDown);
      return;
    }
    var arrival = leaves + weather.delayMicros() + jitter(weather);
    if (luck < weather.breaks()) {
      world.time().at(arrival, this::breakDown);
      return;
    }
    if (luck < weather.breaks() + weather.rude()) {
      rudely(way, frame, arrival);
      return;
    }
    var lost = luck < weather.breaks() + weather.rude() + weather.loss();
    for (var resends = 0; lost; resends++) {
      if (resends == RESENDS) {
        world.time().at(arrival, this::breakDown);
        return;
      }
      arrival += RESEND_MICROS << resends;
      lost = random.nextDouble() < weather.loss();
    }
    way.lastArrival = Math.max(way.lastArrival, arrival);
    world.time().at(way.lastArrival, () -> arrive(way, frame));
  }

  private void rudely(Way way, byte[] frame, long arrival) {
    switch (random.nextInt(3)) {
      case 0 -> {} // vanished
      case 1 -> {
        world.time().at(arrival, () -> arrive(way, frame));
        world.time().at(arrival + RESEND_MICROS, () -> arrive(way, frame));
      }
      default -> {
        var late = random.nextLong(RESEND_MICROS);
        world.time().at(arrival + late, () -> arrive(way, frame));
      }
    }
  }

  private long jitter(Weather weather) {
    return weather.jitterMicros() == 0 ? 0 : random.nextLong(weather.jitterMicros());
  }

  /// Who cannot be reached gets it later, unless the connection ends before.
  private void arrive(Way way, byte[] frame) {
    if (broken) {
      return;
    }
    if (!world.air().reaches(way.from.machine().number(), way.to.machine().number())) {
      way.lastArrival = Math.max(way.lastArrival, world.time().now() + RETRY_MICROS);
      world.time().at(way.lastArrival, () -> arrive(way, frame));
      return;
    }
    way.underWay -= frame.length;
    way.to.received(frame);
  }

  /// Both sides find that the connection is gone.
  void breakDown() {
    if (!broken) {
      broken = true;
      dialling.lost();
      answering.lost();
    }
  }

  /// One side has hung up: the other one finds out after what was sent before.
  void hangUp(LineEnd by) {
    var way = way(by);
    var arrival = Math.max(way.lastArrival, world.time().now()) + 1;
    world.time().at(arrival, this::breakDown);
  }

  private Way way(LineEnd from) {
    return from == dialling ? there : back;
  }
}
