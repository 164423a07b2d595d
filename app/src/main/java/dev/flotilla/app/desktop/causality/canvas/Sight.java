package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What pointers and keys can do with a diagram.
///
/// Thread: FX.
interface Sight {
  Viewport viewport();

  Finder finder();

  /// The mark of the event that is looked at.
  Optional<Mark> current();

  /// The mark that it is compared with; where it is compared with nothing, itself.
  Optional<Mark> comparing();

  /// The mark that stands lowest.
  Optional<Mark> newest();

  void select(Mark mark);

  void compare(Mark mark);

  void hover(@Nullable Mark mark);

  /// Opens a run, or closes the one that a mark is part of.
  ///
  /// @return whether it is one
  boolean toggle(Mark mark);

  /// Looks at less: without comparison, then at nothing.
  ///
  /// @return whether anything was looked at
  boolean leave();

  /// Brings a mark into view.
  void reveal(Mark mark);

  void redraw();
}
