package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.targeting.RuleWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a flag does in an environment, in words.
final class SettingWords {
  private final Texts texts;

  SettingWords(Texts texts) {
    this.texts = texts;
  }

  /// What applications get now, in one sentence.
  String gets(Flag flag, FlagSetting setting) {
    if (!setting.enabled()) {
      return texts.of("flagpage.gets.off");
    }
    String rest = otherwise(flag, setting);
    return setting.effectiveTargeting().isEmpty() ? rest : texts.of("flagpage.gets.rules", rest);
  }

  private String otherwise(Flag flag, FlagSetting setting) {
    Optional<String> variant = setting.defaultVariant();
    if (variant.isEmpty()) {
      return texts.of("flagpage.gets.code");
    }
    Value value = flag.variants().get(variant.get());
    if (value == null) {
      return texts.of("flagpage.gets.missing", variant.get());
    }
    if (!flag.type().accepts(value)) {
      return texts.of("flagpage.gets.wrongType", variant.get());
    }
    String brief = Values.brief(value);
    return flag.type() == FlagType.OBJECT || brief.equals(variant.get())
        ? texts.of("flagpage.gets.name", variant.get())
        : texts.of("flagpage.gets.variant", variant.get(), brief);
  }

  String state(FlagSetting setting) {
    return texts.of(setting.enabled() ? "field.state.on" : "field.state.off");
  }

  String served(FlagSetting setting) {
    return setting.defaultVariant().orElseGet(() -> texts.of("flags.codeDefault"));
  }

  /// For example "2 rules, then JSONLogic".
  String rules(FlagSetting setting) {
    int rules = setting.rules().size();
    if (setting.targeting().isEmpty()) {
      return texts.of("flagpage.rules", rules);
    }
    return texts.of(rules == 0 ? "flagpage.rules.rest" : "flagpage.rules.then", rules);
  }

  /// The rules one by one, for example "1. country is CH → on", and what follows them.
  List<String> eachRule(FlagSetting setting) {
    RuleWords words = new RuleWords(texts);
    List<String> lines = new ArrayList<>();
    for (Rule rule : setting.rules()) {
      lines.add(
          texts.of(
              "flagpage.rule",
              lines.size() + 1,
              words.condition(rule.draft()),
              words.outcome(rule.draft())));
    }
    setting.targeting().ifPresent(json -> lines.add(texts.of("flagpage.rule.rest", json)));
    return lines;
  }

  String of(Aspect aspect, FlagSetting setting) {
    return switch (aspect) {
      case STATE -> state(setting);
      case SERVED -> served(setting);
      case RULES -> rules(setting);
    };
  }

  String name(Aspect aspect) {
    return switch (aspect) {
      case STATE -> texts.of("flagpage.aspect.state");
      case SERVED -> texts.of("flagpage.aspect.served");
      case RULES -> texts.of("flagpage.aspect.rules");
    };
  }

  /// For example "Differs from production: state, rules"; "As in production" without differences.
  String differences(Set<Aspect> differing, String from) {
    List<String> names = differing.stream().map(this::name).toList();
    return names.isEmpty()
        ? texts.of("flagpage.same", from)
        : texts.of("flagpage.differs", from, String.join(", ", names));
  }
}
