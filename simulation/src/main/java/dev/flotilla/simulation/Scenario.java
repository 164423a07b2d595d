package dev.flotilla.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A run: which world, and what happens in it. The same scenario gives the same run, bit for bit.
///
/// @param seed of all chance
/// @param millis how long things happen; then all faults end, and the world must come to rest
/// @param happenings in any order
public record Scenario(Terms terms, long seed, long millis, List<Happening> happenings) {
  public Scenario {
    happenings = happenings.stream().sorted(Comparator.comparingLong(Happening::at)).toList();
  }

  /// The same run with other happenings.
  public Scenario with(List<Happening> others) {
    return new Scenario(terms, seed, millis, others);
  }

  /// A test that plays this, ready to be pasted.
  public String asTest(String reason) {
    return """
    /// %s
    @Test
    void seed%d() {
      Simulator.play(
          new Scenario(
              %s,
              %dL,
              %d,
              List.of(
    %s)));
    }
    """
        .formatted(
            reason,
            Math.abs(seed),
            text(terms),
            seed,
            millis,
            happenings.stream()
                .map(happening -> "              " + text(happening))
                .collect(Collectors.joining(",\n")));
  }

  private static String text(Terms terms) {
    return "Terms.of(%d).with(%s).with(Plant.%s).withLinks(%d)%s"
        .formatted(
            terms.machines(),
            text(terms.weather()),
            terms.plant(),
            terms.links(),
            terms.sqlite() ? ".withSqlite()" : "");
  }

  private static String text(Weather weather) {
    return "new Weather(%d, %d, %s, %s, %s)"
        .formatted(
            weather.delayMicros(),
            weather.jitterMicros(),
            weather.loss(),
            weather.breaks(),
            weather.rude());
  }

  private static String text(Happening happening) {
    return switch (happening) {
      case Happening.Edit(var at, var machine, var seed) ->
          "new Happening.Edit(%d, %d, %dL)".formatted(at, machine, seed);
      case Happening.Stop(var at, var machine, var millis) ->
          "new Happening.Stop(%d, %d, %d)".formatted(at, machine, millis);
      case Happening.Kill(var at, var machine, var millis) ->
          "new Happening.Kill(%d, %d, %d)".formatted(at, machine, millis);
      case Happening.PowerLoss(var at, var machine, var millis) ->
          "new Happening.PowerLoss(%d, %d, %d)".formatted(at, machine, millis);
      case Happening.DieWriting(var at, var machine, var writes, var millis) ->
          "new Happening.DieWriting(%d, %d, %d, %d)".formatted(at, machine, writes, millis);
      case Happening.DiskFull(var at, var machine, var millis) ->
          "new Happening.DiskFull(%d, %d, %d)".formatted(at, machine, millis);
      case Happening.RollBack(var at, var machine, var to, var millis) ->
          "new Happening.RollBack(%d, %d, %d, %d)".formatted(at, machine, to, millis);
      case Happening.Clone(var at, var machine, var as, var millis) ->
          "new Happening.Clone(%d, %d, %d, %d)".formatted(at, machine, as, millis);
      case Happening.ClockSet(var at, var machine, var ahead, var gains) ->
          "new Happening.ClockSet(%d, %d, %dL, %d)".formatted(at, machine, ahead, gains);
      case Happening.Silence(var at, var from, var to, var millis) ->
          "new Happening.Silence(%d, %d, %d, %d)".formatted(at, from, to, millis);
      case Happening.Partition(var at, var border, var millis) ->
          "new Happening.Partition(%d, %d, %d)".formatted(at, border, millis);
      case Happening.Clean(var at, var machine, var millis) ->
          "new Happening.Clean(%d, %d, %d)".formatted(at, machine, millis);
      case Happening.Cut(var at, var one, var other) ->
          "new Happening.Cut(%d, %d, %d)".formatted(at, one, other);
      case Happening.Slow(var at, var machine, var speed, var millis) ->
          "new Happening.Slow(%d, %d, %d, %d)".formatted(at, machine, speed, millis);
      case Happening.Storm(var at, var weather, var millis) ->
          "new Happening.Storm(%d, %s, %d)".formatted(at, text(weather), millis);
    };
  }
}
