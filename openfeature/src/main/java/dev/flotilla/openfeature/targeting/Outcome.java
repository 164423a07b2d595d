package dev.flotilla.openfeature.targeting;

import java.util.List;
import java.util.Optional;

/// What a rule leads to, in parts. Immutable.
public sealed interface Outcome {
  /// A variant for everybody.
  record Serve(String variant) implements Outcome {}

  /// The default variant, as if no rule had applied.
  record ToDefault() implements Outcome {}

  /// Variants by weight: who gets which stays the same as long as the weights do.
  record Split(Seed seed, List<Share> shares) implements Outcome {
    public Split {
      shares = List.copyOf(shares);
    }
  }

  /// What has no parts that are known here.
  record Raw(String json) implements Outcome {}

  /// One part of a split.
  ///
  /// @param variant none: the default variant
  /// @param weight in relation to the others
  record Share(Optional<String> variant, int weight) {}

  /// What decides who falls into which share.
  ///
  /// @param attribute none: the targeting key
  /// @param perFlag whether the same subject may fall elsewhere for another flag
  record Seed(Optional<String> attribute, boolean perFlag) {
    /// The targeting key, for each flag anew: what flagd does where nothing is said.
    public static final Seed SUBJECT = new Seed(Optional.empty(), true);

    /// An attribute, for each flag anew.
    public static Seed of(String attribute) {
      return attribute.equals("targetingKey") ? SUBJECT : new Seed(Optional.of(attribute), true);
    }
  }
}
