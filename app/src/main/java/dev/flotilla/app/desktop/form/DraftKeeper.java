package dev.flotilla.app.desktop.form;

import java.util.Optional;

/// Where the draft of a field is kept, so that it outlives the form.
///
/// `S` as in [FieldModel].
public interface DraftKeeper<S> {
  /// A draft, and the state and value that were shown when it was begun.
  record Kept<S>(String text, String shown, S seen) {}

  /// The draft that the last form has left.
  Optional<Kept<S>> kept();

  void keep(Kept<S> draft);

  /// There is no draft any more.
  void drop();
}
