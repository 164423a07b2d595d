package dev.flotilla.app.desktop.causality.seen;

import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import java.util.List;

/// Which machines have a change by now, in words. What is not known to be there may be there.
///
/// @param having the machines that have it
/// @param lacking the machines that are not known to have it
/// @param sentence all of it
public record SeenBy(List<KnownMachine> having, List<KnownMachine> lacking, String sentence) {
  private static final int NAMED_MAX = 3;

  public SeenBy {
    having = List.copyOf(having);
    lacking = List.copyOf(lacking);
  }

  /// Of the change that made an operation; without a sentence while nothing is known of machines.
  public static SeenBy of(KnownFleet fleet, Dot dot, Texts texts, Moments moments) {
    List<KnownMachine> having = fleet.having(dot);
    List<KnownMachine> lacking = fleet.lacking(dot);
    return new SeenBy(having, lacking, sentence(having, lacking, texts, moments));
  }

  /// Whether every machine has it.
  public boolean isEverywhere() {
    return lacking.isEmpty() && !having.isEmpty();
  }

  private static String sentence(
      List<KnownMachine> having, List<KnownMachine> lacking, Texts texts, Moments moments) {
    int all = having.size() + lacking.size();
    if (all == 0) {
      return "";
    }
    if (lacking.isEmpty()) {
      return texts.of(all == 1 ? "seen.by.alone" : "seen.by.all", all);
    }
    StringBuilder names = new StringBuilder();
    for (KnownMachine machine : lacking.subList(0, Math.min(NAMED_MAX, lacking.size()))) {
      names.append(names.isEmpty() ? "" : ", ").append(missing(machine, texts, moments));
    }
    if (lacking.size() > NAMED_MAX) {
      names.append(texts.of("seen.by.more", lacking.size() - NAMED_MAX));
    }
    return texts.of("seen.by.some", having.size(), all, names);
  }

  /// A machine that lacks it, and why.
  static String missing(KnownMachine machine, Texts texts, Moments moments) {
    if (machine.isHeard()) {
      return texts.of("seen.by.coming", machine.name());
    }
    return machine
        .lastHeard()
        .map(heard -> texts.of("seen.by.away", machine.name(), moments.relative(heard)))
        .orElseGet(() -> texts.of("seen.by.never", machine.name()));
  }
}
