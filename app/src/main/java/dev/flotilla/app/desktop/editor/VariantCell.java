package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.text.Texts;
import java.util.Map;
import java.util.Optional;

/// A variant as a choice; none is the default in the application's code.
final class VariantCell extends SpokenCell<Optional<String>> {
  private final Map<String, String> values;
  private final Texts texts;
  private final VariantCaption caption = new VariantCaption();

  private VariantCell(Map<String, String> values, Texts texts) {
    this.values = values;
    this.texts = texts;
  }

  /// A cell of the open list, as wide as its text. `values` are shown by variant; they may change.
  static VariantCell inList(Map<String, String> values, Texts texts) {
    return new VariantCell(values, texts);
  }

  /// The cell of the closed box, which takes the room that there is.
  static VariantCell inBox(Map<String, String> values, Texts texts) {
    VariantCell cell = new VariantCell(values, texts);
    cell.caption
        .prefWidthProperty()
        .bind(
            cell.widthProperty()
                .map(width ->
                    width.doubleValue() - cell.snappedLeftInset() - cell.snappedRightInset()));
    return cell;
  }

  @Override
  protected void updateItem(Optional<String> item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    String name = item.orElse(texts.of("flags.codeDefault"));
    String value = item.map(variant -> values.getOrDefault(variant, "")).orElse("");
    caption.show(name, value.equals(name) ? "" : value);
    setGraphic(caption);
  }
}
