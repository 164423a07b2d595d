package dev.flotilla.app.causality.whatif;

import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.Optional;

/// What applications get of a flag in an environment.
///
/// @param isThere whether there is such a flag; else they use the value in their code
/// @param isOn whether it is on; else they use the value in their code
/// @param value of the default variant; none if there is none that fits
/// @param targeting the rules as one expression; none if all get the value
/// @param prerequisites what other flags must serve first, as text
public record Served(
    boolean isThere,
    boolean isOn,
    Optional<Value> value,
    Optional<String> targeting,
    String prerequisites) {
  private static final Served NOTHING =
      new Served(false, false, Optional.empty(), Optional.empty(), "");

  /// Two of which the second comes instead of the first.
  public record Change(String environment, String flag, Served before, Served after) {}

  static Served of(Workspace workspace, String flag, String environment) {
    return workspace.flag(flag).map(one -> of(one, environment)).orElse(NOTHING);
  }

  private static Served of(Flag flag, String environment) {
    FlagSetting setting = flag.setting(environment);
    return setting.enabled()
        ? new Served(
            true,
            true,
            flag.value(environment),
            setting.effectiveTargeting(),
            flag.prerequisites().toString())
        : new Served(true, false, Optional.empty(), Optional.empty(), "");
  }

  /// Whether applications use the value in their code.
  public boolean isLeftToCode() {
    return !isThere || !isOn || (value.isEmpty() && targeting.isEmpty());
  }
}
