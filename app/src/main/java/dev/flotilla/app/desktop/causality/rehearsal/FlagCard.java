package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.List;

/// A flag as a machine knows it.
///
/// @param isThere whether it was not deleted
/// @param isOn of the switch
/// @param value of the text and the number; empty for the switch
/// @param isDisputed whether something of it waits for a decision
record FlagCard(
    String key,
    boolean isThere,
    boolean isOn,
    String value,
    List<String> tags,
    boolean isDisputed) {
  FlagCard {
    tags = List.copyOf(tags);
  }

  static FlagCard of(Workspace workspace, String key) {
    return workspace
        .flag(key)
        .map(flag -> of(workspace, flag))
        .orElseGet(() -> new FlagCard(key, false, false, "", List.of(), false));
  }

  private static FlagCard of(Workspace workspace, Flag flag) {
    return new FlagCard(
        flag.key(),
        true,
        flag.setting(Practice.ENVIRONMENT).enabled(),
        Practice.value(workspace, flag.key()).map(Value::display).orElse(""),
        List.copyOf(flag.tags()),
        flag.conflicted());
  }
}
