package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fleets that are no full mesh, in one process. `docs/scale.md` is made of what this prints with
/// `-Dsimulation.replicas=10,30,100,300,1000` and `-Dsimulation.authors=100`.
class FleetScaleTest {
  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("simulation.replicas", "30,100").split(","))
          .map(Integer::valueOf)
          .toList();

  private static final int NODES = 64;
  private static final int ROUNDS = 50;
  private static final int AUTHORS = Integer.getInteger("simulation.authors", 10);
  private static final int EDITS = 20;
  private static final long MINUTE_MILLIS = 60_000;

  /// Until the last digests were compared and nothing but signs of life is left.
  private static final long SETTLED_MILLIS = 4 * MINUTE_MILLIS;

  /// 30 % of all frames have to be sent again, and a tenth of the machines restarts at any time.
  @Test
  void sixtyFourNodesConvergeUnderLossWithRestarts() {
    try (var stage = Stage.of(Terms.of(NODES).with(Weather.LOSSY), 64)) {
      var random = new Chance(64).of("restarts");
      for (var second = 0; second < 20; second++) {
        stage.machine(random.nextInt(NODES)).edit(Chance.stream(random.nextLong()));
        for (var i = 0; i < NODES / 10; i++) {
          var at = stage.now();
          stage.happen(new Happening.Kill(at, random.nextInt(NODES), random.nextInt(2_000)));
        }
        stage.pass(1_000);
      }
      var lossy = stage.awaitConverged();
      var changes = stage.world().ledger().size();

      assertThat(changes).isGreaterThan(20);
      assertThat(lossy).as("virtual milliseconds, the loss going on").isLessThan(20_000);
      System.out.printf(
          Locale.ROOT,
          "64 nodes, 30 %% loss, restarts: %d changes, converged after %d ms%n",
          changes,
          lossy);
    }
  }

  /// One edit at a time while 5 % of all frames are lost and 30 % of the machines have just gone
  /// down, to come back a tenth of a second later.
  @Test
  void converge64Under1s() {
    var weather = new Weather(300, 2_700, 0.05, 0, 0);
    var times = new ArrayList<Long>();
    try (var stage = Stage.of(Terms.of(NODES).with(weather), 50)) {
      stage.awaitConverged();
      var random = new Chance(50).of("restarts");
      for (var round = 0; round < ROUNDS; round++) {
        stage.pass(5_000);
        for (var i = 0; i < NODES * 3 / 10; i++) {
          var machine = 1 + random.nextInt(NODES - 1);
          stage.happen(new Happening.Kill(stage.now(), machine, 100));
        }
        stage.edit(0, Edit.CreateFlag.bool("flag" + round));
        times.add(stage.awaitSameHeads());
      }
      stage.awaitConverged();
    }
    Collections.sort(times);
    var median = times.get(ROUNDS / 2);
    var worst = times.getLast();
    System.out.printf(
        Locale.ROOT,
        "64 nodes, 5 %% loss, 30 %% restarted: p50 %d ms, worst of 50 %d ms%n",
        median,
        worst);
    assertThat(worst).as("virtual milliseconds").isLessThan(1_000);
  }

  @Test
  void trafficAndTimeGrowSlowlyWithTheFleet() {
    System.out.println(
        "replicas | found together ms | links each | idle B/min each | edit B each | edit frames"
            + " each | edit ms worst | heap KiB each | processor s");
    for (var size : SIZES) {
      var before = processorNanos();
      try (var stage = Stage.of(Terms.of(size), size)) {
        var together = stage.awaitSameHeads();
        for (var author = 0; author < Math.min(AUTHORS, size); author++) {
          stage.edit(author, Edit.CreateFlag.bool("first" + author));
        }
        stage.awaitSameHeads();
        stage.pass(SETTLED_MILLIS);
        var traffic = stage.world().traffic();
        var quiet = traffic.bytes();
        stage.pass(MINUTE_MILLIS);
        var idle = (traffic.bytes() - quiet) / size;
        var bytes = traffic.bytes();
        var frames = traffic.frames();
        var slowest = 0L;
        for (var edit = 0; edit < EDITS; edit++) {
          stage.edit(edit % Math.min(AUTHORS, size), Edit.CreateFlag.bool("flag" + edit));
          slowest = Math.max(slowest, stage.awaitSameHeads());
        }
        var bytesEach = (traffic.bytes() - bytes) / EDITS / size;
        var framesEach = (traffic.frames() - frames) / EDITS / size;
        var links = stage.world().machines().stream().mapToInt(it -> it.lines().size()).average();
        var seconds = (processorNanos() - before) / 1_000_000_000;
        System.out.printf(
            Locale.ROOT,
            "%d | %d | %.1f | %d | %d | %d | %d | %d | %d%n",
            size,
            together,
            links.orElse(0),
            idle,
            bytesEach,
            framesEach,
            slowest,
            heap() / 1024 / size,
            seconds);

        stage.awaitConverged();
        assertThat(slowest).as("virtual milliseconds").isLessThan(1_000);
        assertThat(bytesEach).as("bytes for each edit and replica").isLessThan(20_000);
        assertThat(links.orElse(0)).isLessThan(12);
      }
    }
  }

  /// Whoever may have only few links keeps those to its neighbours on the ring.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void fewLinksDivideNoFleet(int links) {
    try (var stage = Stage.of(Terms.of(30).withLinks(links), links)) {
      stage.awaitConverged();
      stage.pass(2 * MINUTE_MILLIS);
      stage.edit(links, Edit.CreateFlag.bool("flag"));

      var millis = stage.awaitConverged();

      System.out.printf(
          Locale.ROOT, "30 nodes, at most %d links: converged after %d ms%n", links, millis);
      assertThat(millis).as("virtual milliseconds").isLessThan(5_000);
      assertThat(stage.world().machines())
          .allSatisfy(
              it -> assertThat(it.lines()).hasSizeLessThanOrEqualTo(Math.max(links, 2) + 1));
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
