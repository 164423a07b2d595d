package dev.flotilla.app.desktop.editor;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a flag serves the variant that another one requires of it. Pure.
///
/// @param missing there is no such flag
/// @param met the environments in which it serves the variant to everybody
/// @param perhaps those in which its rules decide
/// @param unmet those in which it serves something else, or is off
record PrerequisiteState(
    boolean missing, List<String> met, List<String> perhaps, List<String> unmet) {
  PrerequisiteState {
    met = List.copyOf(met);
    perhaps = List.copyOf(perhaps);
    unmet = List.copyOf(unmet);
  }

  static PrerequisiteState of(Workspace workspace, String other, String variant) {
    Optional<Flag> flag = workspace.flag(other);
    List<String> met = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    List<String> unmet = new ArrayList<>();
    for (Environment environment : workspace.environments()) {
      String name = environment.name();
      FlagSetting setting = flag.map(there -> there.setting(name)).orElse(FlagSetting.OFF);
      if (!setting.enabled()) {
        unmet.add(name);
      } else if (setting.effectiveTargeting().isPresent()) {
        perhaps.add(name);
      } else if (setting.defaultVariant().filter(variant::equals).isPresent()) {
        met.add(name);
      } else {
        unmet.add(name);
      }
    }
    return new PrerequisiteState(flag.isEmpty(), met, perhaps, unmet);
  }

  /// Whether it holds everywhere.
  boolean isMet() {
    return !missing && perhaps.isEmpty() && unmet.isEmpty();
  }
}
