package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.model.Refusal.Reason;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether the parts of flags fit together after a list of edits. Looks only at what the edits
/// touched: what a merge left behind must not stand in the way of another edit.
final class FlagChecks {
  private static final class Touched {
    private boolean type;
    private final Set<String> variants = new TreeSet<>();
    private final Set<String> removed = new TreeSet<>();
    private final Set<String> defaults = new TreeSet<>();
    private final Set<RuleRef> outcomes = new HashSet<>();
  }

  private final TreeMap<String, Touched> flags = new TreeMap<>();

  /// Notes a field that is written.
  void note(Slot.Field slot, Value value) {
    if (!slot.entity().kind().equals(EntityId.FLAG)) {
      return;
    }
    var touched = flags.computeIfAbsent(slot.entity().key(), _ -> new Touched());
    switch (FieldPath.parse(slot.name())) {
      case FieldPath.Plain(var name) -> touched.type |= name.equals(FieldNames.TYPE);
      case FieldPath.Variant(var name) ->
          (value.isPresent() ? touched.variants : touched.removed).add(name);
      case FieldPath.Default(var environment) -> touched.defaults.add(environment);
      case FieldPath.Outcome(var environment, var rule) ->
          touched.outcomes.add(new RuleRef(environment, rule));
      case FieldPath.State _,
          FieldPath.Condition _,
          FieldPath.Position _,
          FieldPath.Targeting _,
          FieldPath.Metadata _,
          FieldPath.Evaluator _,
          FieldPath.Counted _ -> {}
    }
  }

  /// Notes a value that is picked in a conflict: it may not fit, but removing what is in use is
  /// refused all the same.
  void notePicked(Slot.Field slot, Value value) {
    if (!value.isPresent()) {
      note(slot, value);
    }
  }

  Optional<Refusal> check(Workspace now) {
    for (var entry : flags.entrySet()) {
      var flag = now.flag(entry.getKey());
      if (flag.isEmpty()) {
        continue; // deleted later in the list
      }
      var refusal = check(now, flag.get(), entry.getValue());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> check(Workspace now, Flag flag, Touched touched) {
    if (!touched.removed.isEmpty() && flag.variants().isEmpty()) {
      return Optional.of(needsVariant(flag.key()));
    }
    return checkTypes(flag, touched)
        .or(() -> checkRemoved(now, flag, touched))
        .or(() -> checkDefaults(flag, touched))
        .or(() -> checkOutcomes(flag, touched));
  }

  private static Optional<Refusal> checkTypes(Flag flag, Touched touched) {
    var toCheck = new HashSet<>(touched.type ? flag.variants().keySet() : touched.variants);
    for (var variant : flag.variants().entrySet()) {
      var value = variant.getValue();
      if (!toCheck.contains(variant.getKey()) || flag.type().accepts(value)) {
        continue;
      }
      return Optional.of(
          new Refusal(
              Reason.WRONG_TYPE,
              "Flag %s is of the type %s: variant %s must be %s, not %s."
                  .formatted(
                      quoted(flag.key()),
                      flag.type().id(),
                      quoted(variant.getKey()),
                      flag.type().noun(),
                      value.noun())));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkRemoved(Workspace now, Flag flag, Touched touched) {
    for (var variant : touched.removed) {
      if (flag.variants().containsKey(variant)) {
        continue; // removed and set again
      }
      var users =
          now.environments().stream()
              .map(Environment::name)
              .filter(name -> flag.setting(name).defaultVariant().equals(Optional.of(variant)))
              .toList();
      if (!users.isEmpty()) {
        return Optional.of(
            new Refusal(
                Reason.IN_USE,
                "Variant %s is the default of flag %s in %s. Choose another default there first."
                    .formatted(quoted(variant), quoted(flag.key()), Sentences.listed(users))));
      }
      var requiring = Prerequisites.requiring(now, flag.key(), variant);
      if (!requiring.isEmpty()) {
        return Optional.of(
            new Refusal(
                Reason.IN_USE,
                "Variant %s of flag %s is required by %s. Remove that prerequisite first."
                    .formatted(quoted(variant), quoted(flag.key()), Sentences.listed(requiring))));
      }
      var inRule = checkRules(now, flag, variant);
      if (inRule.isPresent()) {
        return inRule;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkRules(Workspace now, Flag flag, String variant) {
    for (var environment : now.environments()) {
      for (var rule : flag.setting(environment.name()).rules()) {
        if (rule.outcome().equals(Value.of(variant))) {
          return Optional.of(
              new Refusal(
                  Reason.IN_USE,
                  "Variant %s is the outcome of rule %s of flag %s in %s. Change that rule first."
                      .formatted(
                          quoted(variant), rule.id(), quoted(flag.key()), environment.name())));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkOutcomes(Flag flag, Touched touched) {
    for (var ref : touched.outcomes) {
      var rule =
          flag.setting(ref.environment()).rules().stream()
              .filter(r -> r.id().equals(ref.id()))
              .findFirst();
      if (rule.isPresent()
          && rule.get().outcome() instanceof Value.Text(var variant)
          && !flag.variants().containsKey(variant)) {
        return Optional.of(Sentences.unknownVariant(flag, variant));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkDefaults(Flag flag, Touched touched) {
    return touched.defaults.stream()
        .flatMap(environment -> flag.setting(environment).defaultVariant().stream())
        .filter(variant -> !flag.variants().containsKey(variant))
        .findFirst()
        .map(variant -> Sentences.unknownVariant(flag, variant));
  }

  static Refusal needsVariant(String flag) {
    return new Refusal(
        Reason.INVALID_VALUE,
        "Flag %s needs one variant at least. Give it another one, or delete the flag."
            .formatted(quoted(flag)));
  }
}
