package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the open tag set is used: targeting first, then flags that carry its tags. Enter or a
/// double click opens the flag.
final class UsesView extends VBox {
  private static final double ROW_HEIGHT = 44;
  static final double WIDTH = 266;

  private final Texts texts;
  private final Subscription subscription;

  UsesView(MembersViewModel model, Texts texts, Consumer<String> openFlag) {
    super(Space.SMALL);
    this.texts = texts;
    getStyleClass().add("tagset-uses");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    Label count = Labels.of("", "small", "soft");
    ListView<TagSetUses.Use> list = new ListView<>();
    list.setId("tagset-uses");
    list.setAccessibleText(texts.of("tagsets.usedBy"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Row());
    list.setPlaceholder(Labels.wrapped(texts.of("tagsets.usedBy.none"), "soft"));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          TagSetUses.Use use = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && use != null) {
            openFlag.accept(use.flag());
            event.consume();
          }
        });
    list.setOnMouseClicked(event -> {
      TagSetUses.Use use = list.getSelectionModel().getSelectedItem();
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && use != null) {
        openFlag.accept(use.flag());
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(new VBox(Labels.of(texts.of("tagsets.usedBy"), "section-title"), count), list);
    subscription =
        model
            .usesProperty()
            .subscribe(uses -> {
              count.setText(
                  texts.of("tagsets.usedBy.count", uses.flags().size(), uses.targeting()));
              list.setItems(FXCollections.observableList(uses.flags()));
            });
  }

  /// Shows the uses no longer.
  void end() {
    subscription.unsubscribe();
  }

  /// The flag, and how it uses the set.
  private final class Row extends SpokenCell<TagSetUses.Use> {
    private final Label key = Labels.of("", "mono");
    private final Label how = Labels.of("", "small", "soft");
    private final HBox row = new HBox(Space.SMALL);

    Row() {
      VBox lines = new VBox(key, how);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      row.getChildren().addAll(Icons.of(Feather.FLAG), lines);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(TagSetUses.@Nullable Use use, boolean empty) {
      super.updateItem(use, empty);
      setText(null);
      if (empty || use == null) {
        setGraphic(null);
        return;
      }
      key.setText(use.flag());
      boolean targeted = !use.environments().isEmpty();
      row.getChildren().set(0, Icons.of(targeted ? Feather.FILTER : Feather.TAG));
      how.setText(
          targeted
              ? texts.of("tagsets.usedBy.targeting", String.join(", ", use.environments()))
              : texts.of("tagsets.usedBy.tags", String.join(", ", use.tags())));
      setGraphic(row);
    }
  }
}
