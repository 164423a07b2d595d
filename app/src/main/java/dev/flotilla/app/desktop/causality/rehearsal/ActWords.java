package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Rehearsal;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import java.util.List;
import java.util.stream.IntStream;

/// Says what an act has brought about.
final class ActWords {
  private final Texts texts;

  ActWords(Texts texts) {
    this.texts = texts;
  }

  /// One or two sentences about what was just done.
  ///
  /// @param before the machine that left its place stood here
  String said(Act act, Scene before, Rehearsal now) {
    return switch (act) {
      case Act.Change(var machine, var message, _) -> changed(machine, message, now);
      case Act.Toggle(var link) -> toggled(link, before, now);
      case Act.Move(var machine, _) -> texts.of("rehearsal.said.moved", name(machine, now));
      case Act.Mend() -> met(texts.of("rehearsal.said.mended"), now);
      case Act.Pass(var time) -> texts.of("rehearsal.said.passed", time.toMinutes());
      case Act.SetClock(var machine, var ahead) ->
          ahead.isZero()
              ? texts.of("rehearsal.said.clock.right", name(machine, now))
              : texts.of("rehearsal.said.clock.ahead", name(machine, now), ahead.toMinutes());
    };
  }

  private String changed(int machine, String message, Rehearsal now) {
    List<String> without =
        IntStream.range(0, now.fleet().machines().size())
            .filter(other -> now.line().areApart(machine, other))
            .mapToObj(other -> name(other, now))
            .toList();
    return without.isEmpty()
        ? texts.of("rehearsal.said.everywhere", name(machine, now), message)
        : texts.of(
            "rehearsal.said.behind",
            name(machine, now),
            message,
            String.join(", ", without),
            (long) without.size());
  }

  private String toggled(int link, Scene before, Rehearsal now) {
    String[] beside = before.beside(link);
    return now.line().cuts().contains(link)
        ? texts.of("rehearsal.said.cut", beside[0], beside[1])
        : met(texts.of("rehearsal.said.linked", beside[0], beside[1]), now);
  }

  /// What waits for a decision after machines met.
  private String met(String sentence, Rehearsal now) {
    long conflicts =
        now.fleet().machines().stream()
            .map(RehearsalMachine::workspace)
            .mapToInt(workspace -> workspace.conflicts().size())
            .max()
            .orElse(0);
    return conflicts == 0 ? sentence : texts.of("rehearsal.said.conflicts", sentence, conflicts);
  }

  private static String name(int machine, Rehearsal now) {
    return now.fleet().machines().get(machine).name();
  }
}
