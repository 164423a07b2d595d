package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import java.time.Duration;

/// Says of a machine that its clock is wrong. Nothing is decided by clocks, but times are shown.
public final class SkewWords {
  /// People notice that an order of times is wrong.
  private static final Duration NOTICED = Duration.ofSeconds(5);

  private final Texts texts;
  private final Said said;

  public SkewWords(Texts texts, Moments moments) {
    this.texts = texts;
    this.said = new Said(texts, moments);
  }

  /// For example "clock +26 min"; empty while it agrees with the clock here.
  public String note(KnownMachine machine) {
    Duration ahead = machine.ahead();
    if (ahead.abs().compareTo(NOTICED) < 0) {
      return "";
    }
    return texts.of(
        ahead.isNegative() ? "seen.clock.behind" : "seen.clock.ahead", said.span(ahead.abs()));
  }

  /// Of the machine of a lane.
  public String note(KnownFleet fleet, Lane lane) {
    return fleet.machine(lane.replica()).map(this::note).orElse("");
  }
}
