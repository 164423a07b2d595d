package dev.flotilla.app.desktop.editor;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Shows the items of a choice; nothing is ever typed into one.
final class Choices<T> extends StringConverter<T> {
  private final Function<T, String> text;

  Choices(Function<T, String> text) {
    this.text = text;
  }

  @Override
  public String toString(T item) {
    return item == null ? "" : text.apply(item);
  }

  @Override
  public T fromString(String string) {
    throw new UnsupportedOperationException("choices are not typed: " + string);
  }
}
