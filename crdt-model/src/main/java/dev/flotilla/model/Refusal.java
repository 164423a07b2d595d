package dev.flotilla.model;

/// Why edits are not done. Nothing of the list was done then.
///
/// @param message one sentence, or two, that say what is wrong and what can be done
public record Refusal(Reason reason, String message) {
  /// What is wrong, for programs.
  public enum Reason {
    EXISTS,
    UNKNOWN_FLAG,
    UNKNOWN_TAG_SET,
    UNKNOWN_ENVIRONMENT,
    UNKNOWN_FOLDER,
    UNKNOWN_COUNTER,
    UNKNOWN_ENTITY,
    UNKNOWN_FIELD,
    UNKNOWN_VARIANT,
    UNKNOWN_RULE,
    UNKNOWN_ELEMENT,
    UNKNOWN_CONFLICT,
    WRONG_TYPE,
    INVALID_KEY,
    INVALID_VALUE,
    INVALID_CHOICE,
    IN_USE,
    CYCLE,
    LAST_ENVIRONMENT,
    OUT_OF_RANGE,
    TOO_LARGE,
    NOTHING_TO_DO,
    STORAGE,
    NOT_ALLOWED,
    NEEDS_UPDATE
  }
}
