package dev.flotilla.net.change;

/// The result of signing a draft.
public sealed interface Signing {
  record Signed(Change change) implements Signing {}

  /// Nothing was signed: the bytes would exceed [ChangeLimits#CHANGE_BYTES].
  record TooLarge(int bytes) implements Signing {}
}
