package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.net.change.ChangeRef;

/// Who knows which runs people opened, and lays the diagram out again when they open another.
///
/// Thread: FX.
public interface Runs {
  /// Runs stay closed.
  Runs CLOSED =
      new Runs() {
        @Override
        public void open(Mark run) {}

        @Override
        public void close(ChangeRef change) {}

        @Override
        public boolean isOpened(ChangeRef change) {
          return false;
        }
      };

  /// Shows each event of a run.
  void open(Mark run);

  /// Shows the run again that a change is part of.
  void close(ChangeRef change);

  /// Whether a change is part of a run that was opened.
  boolean isOpened(ChangeRef change);
}
