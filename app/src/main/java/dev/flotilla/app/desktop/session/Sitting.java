package dev.flotilla.app.desktop.session;

/// What somebody did and began at a workspace since the program started. Windows come and go, also
/// with another language: this stays.
///
/// Thread: FX.
///
/// @param undo the own changes that can be taken back
/// @param drafts what was typed and is not saved
public record Sitting(UndoStack undo, Drafts drafts) {
  /// The first moment of a sitting.
  public Sitting() {
    this(new UndoStack(), new Drafts());
  }
}
