package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The editor of a text: one line, or several for a text that has them, and for whoever wants them.
final class TextValue extends HBox {
  private static final int ROWS = 4;

  private final String id;
  private final String name;
  private final FieldModel<?> field;
  private final Texts texts;

  TextValue(String id, String name, FieldModel<?> field, Texts texts) {
    super(Space.TIGHT);
    this.id = id;
    this.name = name;
    this.field = field;
    this.texts = texts;
    if (isLong(field.draftProperty().get())) {
      showArea();
    } else {
      showLine();
    }
    // A text of several lines that comes from elsewhere would be cut in one.
    field
        .draftProperty()
        .subscribe(draft -> {
          if (isLong(draft) && getChildren().size() > 1) {
            showArea();
          }
        });
  }

  private static boolean isLong(String text) {
    return text.indexOf('\n') >= 0;
  }

  private void showLine() {
    Button more = Buttons.icon(id + "-lines", Feather.MAXIMIZE_2, texts.of("flagpage.lines", name));
    more.getStyleClass().add("small-icon");
    more.setOnAction(_ -> showArea().requestFocus());
    VBox line = FieldViews.line(id, name, field, texts);
    HBox.setHgrow(line, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(line, more);
  }

  private Node showArea() {
    VBox area = FieldViews.area(id, name, ROWS, field, texts);
    HBox.setHgrow(area, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getChildren().setAll(area);
    return area.getChildren().getFirst();
  }
}
