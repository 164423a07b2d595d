package dev.flotilla.model;

import java.util.Arrays;
import java.util.Optional;

/// What a flag is for, which says how long it should live.
public enum FlagKind {
  RELEASE("release"),
  EXPERIMENT("experiment"),
  OPERATIONAL("operational"),
  KILL_SWITCH("kill-switch"),
  PERMISSION("permission");

  private final String id;

  FlagKind(String id) {
    this.id = id;
  }

  /// The name in fields, files and commands.
  public String id() {
    return id;
  }

  /// The kind named `id`, if there is one.
  public static Optional<FlagKind> parse(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
