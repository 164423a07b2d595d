package dev.flotilla.model;

import java.util.Optional;

/// What a flag does in one environment. Without a default variant, applications use the value in
/// their code.
///
/// @param targeting a JSONLogic rule as JSON text
public record FlagSetting(
    boolean enabled, Optional<String> defaultVariant, Optional<String> targeting) {
  /// What a flag without fields for an environment has there.
  public static final FlagSetting OFF = new FlagSetting(false, Optional.empty(), Optional.empty());

  /// Enabled or not, with a default variant and without targeting.
  public static FlagSetting of(boolean enabled, String defaultVariant) {
    return new FlagSetting(enabled, Optional.of(defaultVariant), Optional.empty());
  }
}
