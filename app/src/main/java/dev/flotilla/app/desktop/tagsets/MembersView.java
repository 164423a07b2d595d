package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The members of the open tag set: a search, a field to add one, and a list that draws only what
/// is seen of it.
final class MembersView extends VBox {
  private static final double ROW_HEIGHT = 28;

  /// What is selected is kept when others change the set, unless it is more than this.
  private static final int KEPT_SELECTED = 1_000;

  private final MembersViewModel model;
  private final Texts texts;
  private final ListView<String> list = new ListView<>();
  private final Subscription subscription;

  /// @param many asks for many tags at once; gets what was pasted, if anything
  MembersView(MembersViewModel model, Texts texts, Consumer<String> many) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("tagset-members");
    VBox.setVgrow(list, Priority.ALWAYS);
    list();
    getChildren()
        .addAll(
            adding(many),
            FormField.errorLabel("tagset-member-problem", model.problemProperty()),
            searching(),
            list);
    subscription = model.shownProperty().subscribe(this::show);
  }

  /// Shows the members no longer.
  void end() {
    subscription.unsubscribe();
  }

  private Node adding(Consumer<String> onMany) {
    TextField field = field("tagset-add", "tagsets.add");
    field.setOnAction(_ -> {
      if (model.add(field.getText())) {
        field.clear();
      }
    });
    // A text field would put all lines of what is pasted into one.
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          String pasted = Clipboard.getSystemClipboard().getString();
          boolean paste = event.isShortcutDown() && event.getCode() == KeyCode.V;
          if (paste && pasted != null && pasted.strip().lines().count() > 1) {
            onMany.accept(pasted);
            event.consume();
          }
        });
    Button many = Buttons.plain("tagset-add-many", texts.of("tagsets.addMany"));
    many.setOnAction(_ -> onMany.accept(""));
    return Place.mark(
        new HBox(Space.SMALL, field, many), model.form().shown().id(), FieldNames.MEMBERS);
  }

  private Node searching() {
    TextField search = field("tagset-search", "tagsets.search");
    search.textProperty().bindBidirectional(model.queryProperty());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    Label count = Labels.of("", "small", "soft");
    count.setId("tagset-count");
    count.textProperty().bind(model.countProperty());
    count.setMinWidth(USE_PREF_SIZE);
    Button remove = Buttons.plain("tagset-remove", "");
    remove.getStyleClass().add("compact");
    var selected = list.getSelectionModel().getSelectedItems();
    selected.addListener((ListChangeListener<String>) _ -> name(remove));
    name(remove);
    remove.disableProperty().bind(Bindings.isEmpty(selected));
    remove.setOnAction(_ -> remove());
    HBox row = new HBox(Space.SMALL, count, Regions.spring(), remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(Space.SMALL, search, row);
  }

  private void name(Button remove) {
    String name = texts.of("tagsets.remove", list.getSelectionModel().getSelectedIndices().size());
    remove.setText(name);
    remove.setAccessibleText(name);
  }

  private TextField field(String id, String name) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(texts.of(name));
    field.setAccessibleText(texts.of(name));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private void list() {
    list.setId("tagset-members");
    list.setAccessibleText(texts.of("tagsets.members"));
    list.setAccessibleHelp(texts.of("tagsets.removeHint"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Row());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label nothing = Labels.wrapped("", "soft");
    nothing
        .textProperty()
        .bind(
            model
                .queryProperty()
                .map(query ->
                    texts.of(query.isBlank() ? "tagsets.noMembers" : "tagsets.nothingFound")));
    list.setPlaceholder(nothing);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove();
            event.consume();
          }
        });
  }

  private void remove() {
    model.remove(List.copyOf(list.getSelectionModel().getSelectedItems()));
  }

  private void show(List<String> members) {
    var selection = list.getSelectionModel();
    List<String> kept =
        selection.getSelectedIndices().size() > KEPT_SELECTED
            ? List.of()
            : List.copyOf(selection.getSelectedItems());
    list.setItems(new MemberItems(members));
    for (String member : kept) {
      int place = Collections.binarySearch(members, member);
      if (place >= 0) {
        selection.select(place);
      }
    }
  }

  /// A dot in the colour of the set, and the tag.
  private final class Row extends SpokenCell<String> {
    private final Region dot = new Region();

    Row() {
      dot.getStyleClass().setAll("hue-dot");
      setGraphicTextGap(Space.SMALL);
      setPrefWidth(0); // a long tag is cut instead of scrolled
    }

    @Override
    protected void updateItem(@Nullable String member, boolean empty) {
      super.updateItem(member, empty);
      setText(empty ? null : member);
      setGraphic(empty ? null : dot);
      dot.getStyleClass().setAll("hue-dot", model.form().hue().styleClass());
    }
  }
}
