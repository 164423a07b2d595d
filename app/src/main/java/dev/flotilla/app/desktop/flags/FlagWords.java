package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/// A flag of the table in words: what a screen reader says where others see columns, colours and
/// marks.
final class FlagWords {
  private final Texts texts;
  private final Moments moments;

  FlagWords(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /// Everything, also what there is no column for now.
  String row(FlagView view, List<Environment> environments) {
    Flag flag = view.flag();
    return Spoken.join(
        key(view),
        flag.description(),
        column("flags.type", Values.name(flag.type(), texts)),
        environments.stream()
            .map(environment -> state(flag, environment.name()))
            .collect(Collectors.joining(", ")),
        column("flags.tags", tags(view)),
        column("flags.kind", flag.kind().map(kind -> Values.name(kind, texts)).orElse("")),
        column("flags.owner", flag.owner()),
        column("flags.folder", view.folder()),
        changed(view));
  }

  /// The key, and what is the matter with the flag.
  String key(FlagView view) {
    return Spoken.join(
        view.flag().key(),
        view.flag().conflicted() ? texts.of("flags.conflict") : "",
        view.stale().isPresent() ? texts.of("flags.stale") : "",
        view.flag().archived() ? texts.of("flags.archived") : "");
  }

  /// Whether the flag is on in an environment, and what applications read there.
  String state(Flag flag, String environment) {
    FlagSetting setting = flag.setting(environment);
    String served = served(flag, setting);
    return texts.of(
        "flags.said.state",
        environment,
        texts.of(setting.enabled() ? "field.state.on" : "field.state.off"),
        served.isEmpty() ? texts.of("flags.codeDefault") : served);
  }

  /// The value that is served; of an object only the name of its variant; empty for none.
  static String served(Flag flag, FlagSetting setting) {
    return setting
        .defaultVariant()
        .map(variant ->
            flag.type() == FlagType.OBJECT
                ? variant
                : Values.brief(flag.variants().getOrDefault(variant, new Value.Absent())))
        .orElse("");
  }

  /// All tags, also those that there is no room for.
  static String tags(FlagView view) {
    return view.tags().stream().map(FlagView.Tag::name).collect(Collectors.joining(", "));
  }

  /// Who changed the flag last, and when.
  String changed(FlagView view) {
    return column("flags.changed", view.who() + ", " + moments.relative(view.when()));
  }

  /// What a column holds; empty if it holds nothing.
  String column(String title, String content) {
    return content.isBlank() ? "" : texts.of("flags.said.column", texts.of(title), content);
  }
}
