package dev.flotilla.app.desktop.editor;

import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What two environments can differ in for one flag.
enum Aspect {
  STATE("state"),
  SERVED("served"),
  /// The rules, and the targeting where none of them applies.
  RULES("rules");

  private final String id;

  Aspect(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /// What one setting has that the other has not. A variant that nothing was chosen for is the
  /// default in the application's code, and counts as a choice.
  static Set<Aspect> differences(FlagSetting one, FlagSetting other) {
    Set<Aspect> differing = EnumSet.noneOf(Aspect.class);
    if (one.enabled() != other.enabled()) {
      differing.add(STATE);
    }
    if (!one.defaultVariant().equals(other.defaultVariant())) {
      differing.add(SERVED);
    }
    // Not the ids: rules that say the same are the same for applications.
    boolean sameRules =
        one.rules().stream()
            .map(Rule::draft)
            .toList()
            .equals(other.rules().stream().map(Rule::draft).toList());
    Optional<String> rest = one.targeting();
    if (!sameRules || !rest.equals(other.targeting())) {
      differing.add(RULES);
    }
    return differing;
  }
}
