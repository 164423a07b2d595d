package dev.flotilla.app.desktop.targeting;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// Boxes to choose from.
final class Options {
  private Options() {}

  /// A box that shows `chosen`, says each item as `words` do, and tells what somebody chose.
  static <T> ComboBox<T> box(
      String id, String name, List<T> items, T chosen, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.setTooltip(new Tooltip(name));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : words.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("choices are not typed: " + text);
          }
        });
    box.getItems().setAll(items);
    box.setValue(chosen);
    return box;
  }

  /// Tells `then` what somebody chooses.
  static <T> ComboBox<T> then(ComboBox<T> box, Consumer<T> then) {
    box.setOnAction(_ -> {
      if (box.getValue() != null) {
        then.accept(box.getValue());
      }
    });
    return box;
  }
}
