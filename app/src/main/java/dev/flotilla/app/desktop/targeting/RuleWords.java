package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.Condition.Always;
import dev.flotilla.openfeature.targeting.Condition.Group;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Shared;
import dev.flotilla.openfeature.targeting.Condition.Test;
import dev.flotilla.openfeature.targeting.ConditionText;
import dev.flotilla.openfeature.targeting.Operator;
import dev.flotilla.openfeature.targeting.Operator.Operands;
import dev.flotilla.openfeature.targeting.Outcome;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Outcome.ToDefault;
import dev.flotilla.openfeature.targeting.OutcomeText;
import dev.flotilla.openfeature.targeting.Percent;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Targeting rules in words.
public final class RuleWords {
  private final Texts texts;

  public RuleWords(Texts texts) {
    this.texts = texts;
  }

  /// For example "machine is in tag set line-2".
  public String condition(RuleDraft draft) {
    return condition(ConditionText.read(draft.condition()));
  }

  /// For example "10 % on, 90 % off".
  public String outcome(RuleDraft draft) {
    return outcome(OutcomeText.read(draft.outcome()));
  }

  String condition(Condition condition) {
    return words(condition, false);
  }

  private String words(Condition condition, boolean within) {
    return switch (condition) {
      case Always _ -> texts.of("targeting.words.always");
      case Group group -> group(group, within);
      case Test test -> test(test);
      case Segment(var attribute, boolean inside, var tagSet) ->
          texts.of(
              inside ? "targeting.words.inside" : "targeting.words.outside",
              attribute(attribute),
              tagSet);
      case Shared(var name, boolean holds) ->
          texts.of(holds ? "targeting.words.shared" : "targeting.words.notShared", name);
      case Condition.Raw(var json) -> json;
    };
  }

  private String group(Group group, boolean within) {
    var members = group.members();
    if (members.size() == 1 && group.match() != Condition.Match.NONE) {
      return words(members.getFirst(), within);
    }
    var between =
        texts.of(
            group.match() == Condition.Match.ALL ? "targeting.words.and" : "targeting.words.or");
    var joined =
        members.stream()
            .map(member -> words(member, true))
            .collect(Collectors.joining(" " + between + " "));
    if (group.match() == Condition.Match.NONE) {
      return texts.of("targeting.words.none", joined);
    }
    return within ? "(" + joined + ")" : joined;
  }

  private String test(Test test) {
    var words = new ArrayList<String>();
    words.add(attribute(test.attribute()));
    words.add(operator(test.operator()));
    var values = test.values().stream().map(value -> value(test.operator(), value)).toList();
    if (test.operator() == Operator.BETWEEN && values.size() == 2) {
      words.set(1, texts.of("targeting.words.fromTo", values.get(0), values.get(1)));
    } else if (test.operator().operands() == Operands.TWO && values.size() == 2) {
      words.add(texts.of("targeting.words.between", values.get(0), values.get(1)));
    } else if (!values.isEmpty()) {
      words.add(String.join(", ", values));
    }
    return String.join(" ", words);
  }

  private static String value(Operator operator, JsonValue value) {
    boolean text = operator.operands() == Operands.TEXT || operator.operands() == Operands.VERSION;
    return text ? Literals.showText(value) : Literals.show(value);
  }

  private String attribute(String name) {
    return name.isEmpty() ? texts.of("targeting.words.someAttribute") : name;
  }

  /// For example "starts with".
  String operator(Operator operator) {
    return texts.of("targeting.operator." + operator.name().toLowerCase(Locale.ROOT));
  }

  String outcome(Outcome outcome) {
    return switch (outcome) {
      case Serve(var variant) -> variant;
      case ToDefault _ -> texts.of("targeting.words.default");
      case Split(var _, var shares) -> split(shares);
      case Outcome.Raw(var json) -> json;
    };
  }

  private String split(List<Share> shares) {
    var percents = Percent.of(shares);
    var words = new ArrayList<String>();
    for (int at = 0; at < shares.size(); at++) {
      words.add(
          texts.of(
              "targeting.words.share",
              percent(percents.get(at)),
              variant(shares.get(at).variant())));
    }
    return String.join(", ", words);
  }

  String variant(Optional<String> variant) {
    return variant.orElseGet(() -> texts.of("targeting.words.default"));
  }

  /// Hundredths of a percent as "12.5 %".
  String percent(int hundredths) {
    return texts.of("targeting.percent", number(hundredths));
  }

  String number(int hundredths) {
    var format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(2);
    format.setGroupingUsed(false);
    return format.format(hundredths / 100.0);
  }
}
