package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.fx.UiBridge;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads something off the FX thread and tells what came of it on it.
final class Reading {
  private Reading() {}

  /// @param failed is told the sentence of a failure
  static <T> void inBackground(
      UiBridge ui, Supplier<T> reading, Consumer<T> then, Consumer<String> failed) {
    ui.background()
        .execute(() -> {
          try {
            T found = reading.get();
            ui.execute(() -> then.accept(found));
          } catch (RuntimeException e) {
            ui.execute(() -> failed.accept(String.valueOf(e.getMessage())));
          }
        });
  }
}
