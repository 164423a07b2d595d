package dev.flotilla.app.desktop.undo;

/// One thing that others built on a step, in words.
///
/// @param entity the key of what it is in
/// @param what for example "Owner" or "Tag line-2"
/// @param who the device's name, or "You"
/// @param device the device's name, for the colour of its avatar
/// @param when for example "5 min ago"
record BuiltLine(String entity, String what, String who, String device, String when) {
  /// Where nobody in particular did it.
  BuiltLine(String entity, String what) {
    this(entity, what, "", "", "");
  }
}
