package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Writes another value, into a field of the right kind. Hidden until it is asked for.
final class OwnValueView extends VBox {
  private static final String ID = "inbox-own";
  private static final int ROWS = 3;

  private final OwnValue own;
  private final Texts texts;
  private final StringProperty draft;
  private final Button opener = Buttons.plain("inbox-write", "");

  /// @param words what opens it
  OwnValueView(OwnValue own, String begin, String words, Texts texts, Consumer<Value> put) {
    super(Space.SMALL);
    this.own = own;
    this.texts = texts;
    this.draft = new SimpleStringProperty(begin);
    SimpleBooleanProperty open = new SimpleBooleanProperty();
    Node field = field();
    opener.setText(words);
    opener.setAccessibleText(words);
    opener.setOnAction(_ -> {
      open.set(true);
      field.requestFocus();
    });
    Regions.shownWhile(opener, open.not());
    Button use = Buttons.primary("inbox-put", texts.of("inbox.own.use"));
    use.setOnAction(_ -> own.read(draft.get()).ifPresent(put));
    Label wrong = Labels.wrapped("", "field-error");
    wrong.textProperty().bind(draft.map(this::problem));
    Regions.shownWhile(wrong, draft.map(typed -> !problem(typed).isEmpty()));
    use.disableProperty().bind(draft.map(typed -> own.read(typed).isEmpty()));
    VBox editor = new VBox(Space.SMALL, field, wrong, new HBox(use));
    Regions.shownWhile(this, open);
    getChildren().add(editor);
  }

  /// The button that opens it, for a row with others.
  Button opener() {
    return opener;
  }

  private String problem(String typed) {
    Optional<Value> read = own.read(typed);
    if (read.isPresent() || typed.isBlank()) {
      return "";
    }
    return texts.of(own.form() == OwnValue.Form.NUMBER ? "inbox.own.number" : "inbox.own.json");
  }

  private Node field() {
    String name = texts.of("inbox.own.name");
    return switch (own.form()) {
      case BOOL -> halves();
      case CHOICE -> {
        ComboBox<String> box = new ComboBox<>();
        box.setId(ID);
        box.setAccessibleText(name);
        box.getItems().setAll(own.choices());
        box.valueProperty().bindBidirectional(draft);
        yield box;
      }
      case NUMBER -> {
        TextField line = new TextField();
        line.setId(ID);
        line.setAccessibleText(name);
        line.textProperty().bindBidirectional(draft);
        yield line;
      }
      case TEXT -> {
        TextArea area = new TextArea();
        area.setId(ID);
        area.setAccessibleText(name);
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(draft);
        yield area;
      }
      case JSON -> {
        CodeField code = new CodeField(ID, name, texts);
        code.textProperty().bindBidirectional(draft);
        yield code;
      }
    };
  }

  private Node halves() {
    HBox halves = new HBox();
    halves.getStyleClass().add("segments");
    halves.setMaxWidth(USE_PREF_SIZE);
    for (boolean value : List.of(true, false)) {
      String typed = String.valueOf(value);
      String name = texts.of(value ? "field.state.on" : "field.state.off");
      ToggleButton half = new ToggleButton(name);
      half.setId(ID + "-" + typed);
      half.setAccessibleText(name);
      half.getStyleClass().setAll("segment");
      draft.subscribe(now -> half.setSelected(typed.equals(now)));
      half.setOnAction(_ -> {
        draft.set(typed);
        half.setSelected(true);
      });
      halves.getChildren().add(half);
    }
    return halves;
  }
}
