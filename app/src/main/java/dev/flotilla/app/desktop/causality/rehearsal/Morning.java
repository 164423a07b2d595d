package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.app.rehearsal.Rehearsal;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// What a team might do on a morning, drawn by chance from a seed: equal seeds and equal beginnings
/// give equal mornings. The network is cut early and mended at the end.
final class Morning {
  /// Acts of a morning.
  static final int ACTS = 14;

  private static final int CUT_AT = 2;
  private static final Duration BREAK = Duration.ofMinutes(25);
  private static final List<String> GREETINGS =
      List.of("Hi there", "Good morning", "Welcome back", "Nice to see you", "Hello again");
  private static final List<String> TAGS = List.of("urgent", "checkout", "beta");

  private final Random random;
  private final Acts acts;
  private int done;

  Morning(long seed, Acts acts) {
    this.random = new Random(seed);
    this.acts = acts;
  }

  boolean isOver() {
    return done == ACTS;
  }

  /// What happens next.
  Act next(Rehearsal now) {
    done++;
    if (isOver()) {
      return new Act.Mend();
    }
    int links = now.line().order().size() - 1;
    if (done == CUT_AT) {
      return now.line().cuts().isEmpty() ? new Act.Toggle(random.nextInt(links)) : pass();
    }
    return done % 5 == 0 ? pass() : edit(now);
  }

  private static Act pass() {
    return new Act.Pass(BREAK);
  }

  private Act edit(Rehearsal now) {
    int who = random.nextInt(now.fleet().machines().size());
    Workspace knows = now.fleet().machines().get(who).workspace();
    String key = Practice.FLAGS.get(random.nextInt(Practice.FLAGS.size()));
    if (knows.flag(key).isEmpty()) {
      return acts.create(who, key);
    }
    if (random.nextInt(5) == 0) {
      return acts.tag(who, key, TAGS.get(random.nextInt(TAGS.size())));
    }
    return switch (key) {
      case Practice.SWITCH -> acts.flip(who, !Practice.isOn(knows));
      case Practice.TEXT -> acts.write(who, GREETINGS.get(random.nextInt(GREETINGS.size())));
      default -> acts.count(who, number(knows).add(BigDecimal.valueOf(1 + random.nextInt(3))));
    };
  }

  static BigDecimal number(Workspace knows) {
    return Practice.value(knows, Practice.NUMBER)
        .map(value -> value instanceof Value.Number(var number) ? number : BigDecimal.ZERO)
        .orElse(BigDecimal.ZERO);
  }
}
