package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The suggestions under a field. The field keeps the keyboard; one of them may be chosen.
final class SuggestionList extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int NOTHING = -1;

  private final Consumer<Suggestion> onTake;
  private List<Suggestion> suggestions = List.of();
  private int chosen = NOTHING;

  SuggestionList(Texts texts, Consumer<Suggestion> onTake) {
    this.onTake = onTake;
    setId("suggestions");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(texts.of("filter.suggestions"));
    getStyleClass().add("suggestion-list");
    setVisible(false);
  }

  boolean isOpen() {
    return isVisible();
  }

  void show(List<Suggestion> newer) {
    suggestions = newer;
    chosen = NOTHING;
    getChildren().setAll(suggestions.stream().map(this::row).toList());
    setVisible(!suggestions.isEmpty());
  }

  void close() {
    setVisible(false);
    chosen = NOTHING;
  }

  /// Chooses the next or the one before; round at the ends.
  boolean move(int by) {
    int next = chosen == NOTHING && by < 0 ? suggestions.size() - 1 : chosen + by;
    chosen = Math.floorMod(next, suggestions.size());
    for (int at = 0; at < getChildren().size(); at++) {
      getChildren().get(at).pseudoClassStateChanged(CHOSEN, at == chosen);
    }
    return true;
  }

  /// Takes the chosen one; false when none is.
  boolean takeChosen() {
    if (!isOpen() || chosen == NOTHING) {
      return false;
    }
    onTake.accept(suggestions.get(chosen));
    return true;
  }

  boolean takeChosenOrFirst() {
    onTake.accept(suggestions.get(Math.max(chosen, 0)));
    return true;
  }

  private Node row(Suggestion suggestion) {
    HBox row =
        new HBox(
            Space.MEDIUM,
            Labels.of(suggestion.label(), "mono", "suggestion-label"),
            Regions.spring(),
            Labels.of(suggestion.note(), "small", "faint"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("suggestion");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(suggestion.label() + ", " + suggestion.note());
    row.setOnMousePressed(event -> {
      onTake.accept(suggestion);
      event.consume();
    });
    return row;
  }
}
