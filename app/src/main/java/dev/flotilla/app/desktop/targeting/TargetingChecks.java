package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.openfeature.evaluate.SampleContext;
import dev.flotilla.openfeature.evaluate.Trial;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.Segments;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Whether flagd would take the targeting of an environment, and what it would answer.
record TargetingChecks(WorkspaceModel model, String environment, Texts texts) {
  /// What is wrong with a whole expression, or doubtful.
  List<CodeMark> marks(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    return findings(text).stream()
        .map(finding ->
            finding.isError()
                ? CodeMark.error(line(finding), column(finding), finding.reason())
                : CodeMark.warning(line(finding), column(finding), finding.reason()))
        .toList();
  }

  /// Why an expression cannot be saved; empty if it can.
  String firstError(String text) {
    return text.isBlank()
        ? ""
        : findings(text).stream()
            .filter(Finding::isError)
            .findFirst()
            .map(finding -> texts.of("targeting.broken", finding.toString()))
            .orElse("");
  }

  private List<Finding> findings(String text) {
    var names = new TreeMap<String, String>();
    place()
        .ifPresent(
            now -> Segments.known(model.workspace(), now).forEach(name -> names.put(name, "")));
    return TargetingCheck.check(text, names);
  }

  private Optional<Environment> place() {
    return model.workspace().environment(environment);
  }

  private static int line(Finding finding) {
    return Math.max(1, finding.line());
  }

  private static int column(Finding finding) {
    return Math.max(1, finding.column());
  }

  /// A context to try on any setting of the flag; none if the environment is gone.
  Optional<Attempt> tried(Flag flag, String context, Instant now) {
    return place()
        .map(place ->
            setting ->
                switch (SampleContext.of(context)) {
                  case SampleContext.Unreadable(var at) -> new Tried.Unreadable(at);
                  case SampleContext.Read(var sample) ->
                      new Tried.Answer(
                          Trial.of(flag, new TagSetReferences(model.workspace(), place))
                              .run(setting, sample, now));
                });
  }

  /// A context and a flag.
  interface Attempt {
    Tried with(FlagSetting setting);
  }
}
