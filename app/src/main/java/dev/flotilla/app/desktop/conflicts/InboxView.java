package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SearchBox;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The decisions that wait on the left, the selected one beside them.
final class InboxView extends BorderPane {
  private static final String LIST = "inbox-list";
  private static final double LIST_MOST = 336;
  private static final double LIST_LEAST = 232;
  private static final double LIST_SHARE = 0.36;
  private static final double ROW_HEIGHT = 48;

  /// Rows that stay above the selected one.
  private static final int ABOVE = 3;

  private static final double KIND_WIDTH = 148;
  private static final double MACHINE_WIDTH = 168;

  private final InboxViewModel model;
  private final Texts texts;
  private final ListView<InboxRow> list = new ListView<>();
  private final TextField search = new TextField();
  private final StackPane detail = new StackPane();

  /// What the view asks the page for.
  interface Wishes {
    /// Decides several at once.
    void several();

    /// A decision with all that there is to say about it.
    Node detail(InboxViewModel.Looked looked);
  }

  InboxView(InboxViewModel model, Wishes wishes) {
    this.model = model;
    this.texts = model.texts();
    getStyleClass().add("inbox");
    setTop(filters(wishes));
    setLeft(left());
    detail.setMinWidth(0);
    setMinWidth(0);
    setCenter(detail);
    model
        .lookedProperty()
        .subscribe(
            looked -> show(looked.entry() == null ? new StackPane() : wishes.detail(looked)));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// The keyboard stays where it was: at the same control of what is shown now, or at the list.
  private void show(Node decision) {
    String id = focusedId();
    detail.getChildren().setAll(decision);
    if (!id.isEmpty()) {
      Node same = inDetail(id);
      (same == null ? list : same).requestFocus();
    }
  }

  /// What of the decision has the keyboard; empty if that is elsewhere.
  private String focusedId() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    if (owner == null) {
      return "";
    }
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at.equals(detail)) {
        return owner.getId() == null ? LIST : owner.getId();
      }
    }
    return "";
  }

  private @Nullable Node inDetail(String id) {
    // What is within a scroll pane can be found once that has its skin.
    detail.applyCss();
    return detail.lookup("#" + id);
  }

  ListView<InboxRow> list() {
    return list;
  }

  void focusSearch() {
    search.requestFocus();
  }

  // Letters and digits are for those who do not type into a field just now.
  private void onKey(KeyEvent event) {
    if (event.getTarget() instanceof javafx.scene.control.TextInputControl
        || event.getTarget() instanceof org.fxmisc.richtext.StyledTextArea<?, ?>
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.J) {
      model.go(1);
    } else if (code == KeyCode.K) {
      model.go(-1);
    } else if (code.isDigitKey() || code.isKeypadKey()) {
      int digit = event.getText().isEmpty() ? 0 : Character.digit(event.getText().charAt(0), 10);
      if (digit < 1) {
        return;
      }
      model.pick(digit - 1);
    } else {
      return;
    }
    event.consume();
  }

  /// From the list to the button of the first side.
  private void goToSides() {
    Node first = inDetail("inbox-use-0");
    if (first != null) {
      first.requestFocus();
    }
  }

  private Node filters(Wishes wishes) {
    Button several =
        Buttons.plain("inbox-several", texts.of("inbox.several"), Feather.CHECK_SQUARE);
    several.setOnAction(_ -> wishes.several());
    Regions.shownWhile(several, Bindings.size(model.rows()).greaterThan(1));
    HBox row = new HBox(Space.SMALL, searchField(), kinds(), machines(), all(), several);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("inbox-filters");
    return row;
  }

  private Node searchField() {
    search.textProperty().bindBidirectional(model.textProperty());
    return new SearchBox(search, "inbox-search", texts.of("inbox.search"));
  }

  private Node kinds() {
    ComboBox<ConflictKind> choice = new ComboBox<>();
    choice.getItems().setAll(ConflictKind.values());
    choice.setId("inbox-kind");
    choice.setAccessibleText(texts.of("inbox.kind"));
    choice.setPrefWidth(KIND_WIDTH);
    choice.setConverter(
        new Names<>(kind -> texts.of("inbox.kind." + kind.name().toLowerCase(Locale.ROOT))));
    choice.valueProperty().bindBidirectional(model.kindProperty());
    return choice;
  }

  private Node machines() {
    ComboBox<InboxViewModel.Machine> choice = new ComboBox<>(model.machines());
    choice.setId("inbox-machine");
    choice.setAccessibleText(texts.of("inbox.machine"));
    choice.setPrefWidth(MACHINE_WIDTH);
    choice.setConverter(new Names<>(InboxViewModel.Machine::name));
    choice.valueProperty().bindBidirectional(model.machineProperty());
    return choice;
  }

  private Node all() {
    Button all = Buttons.quiet("inbox-all", texts.of("inbox.all"));
    all.setOnAction(_ -> model.showAll());
    return Regions.shownWhile(
        all,
        Bindings.createBooleanBinding(
            model::isFiltered,
            model.textProperty(),
            model.kindProperty(),
            model.machineProperty()));
  }

  private Node left() {
    list.setId(LIST);
    // A list keeps Enter for itself.
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
            goToSides();
            event.consume();
          }
        });
    list.setAccessibleText(texts.of("inbox.list"));
    list.setItems(model.rows());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Region());
    list.getStyleClass().add("edge-to-edge");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row instanceof InboxRow.Decision(var entry, _) && !model.isRenewing()) {
            model.selectedProperty().set(entry);
          }
        });
    model.selectedProperty().subscribe(this::show);
    EmptyState none =
        new EmptyState(Feather.FILTER, texts.of("inbox.none.title"), texts.of("inbox.none.text"));
    none.setId("inbox-none");
    Regions.shownWhile(none, Bindings.isEmpty(model.rows()));
    StackPane left = new StackPane(list, none);
    left.getStyleClass().add("history-left");
    left.setMinWidth(LIST_LEAST);
    left.prefWidthProperty()
        .bind(
            Bindings.max(
                LIST_LEAST, Bindings.min(LIST_MOST, widthProperty().multiply(LIST_SHARE))));
    return left;
  }

  private void show(@Nullable InboxEntry entry) {
    if (entry == null) {
      list.getSelectionModel().clearSelection();
      return;
    }
    int at = model.row(entry);
    if (at >= 0 && at != list.getSelectionModel().getSelectedIndex()) {
      list.getSelectionModel().select(at);
      list.getFocusModel().focus(at);
      list.scrollTo(Math.max(0, at - ABOVE));
    }
  }

  private static final class Names<T> extends StringConverter<T> {
    private final Function<T, String> names;

    Names(Function<T, String> names) {
      this.names = names;
    }

    @Override
    public String toString(@Nullable T item) {
      return item == null ? "" : names.apply(item);
    }

    @Override
    public T fromString(String string) {
      throw new UnsupportedOperationException("nothing is typed here: " + string);
    }
  }

  /// What decisions are about, or a decision.
  private final class Cell extends SpokenCell<InboxRow> {
    private final Label key = Labels.of("", "mono-strong");
    private final Label count = Labels.of("", "badge");
    private final HBox icon = new HBox();
    private final HBox about;
    private final Label place = Labels.of("", "medium");
    private final Label who = Labels.of("", "small", "faint");
    private final Label when = Labels.yielding("small", "faint", "history-time");
    private final HBox avatars = new HBox();
    private final HBox row;

    Cell() {
      key.setMinWidth(0);
      count.setMinWidth(USE_PREF_SIZE);
      icon.setAlignment(Pos.CENTER);
      about = new HBox(Space.SMALL, icon, key, Regions.spring(), count);
      about.setAlignment(Pos.CENTER_LEFT);
      about.getStyleClass().add("inbox-about");
      place.setMinWidth(0);
      who.setMinWidth(0);
      when.setAlignment(Pos.CENTER_RIGHT);
      avatars.setAlignment(Pos.CENTER_LEFT);
      avatars.getStyleClass().add("avatar-stack");
      avatars.setMinWidth(USE_PREF_SIZE);
      HBox over = new HBox(Space.SMALL, place, when);
      over.setAlignment(Pos.CENTER_LEFT);
      VBox lines = new VBox(Space.HAIR, over, who);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      row = new HBox(Space.SMALL, avatars, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      for (HBox box : new HBox[] {about, row}) {
        box.setMinWidth(0);
        box.setPrefWidth(1);
      }
    }

    @Override
    protected void updateItem(@Nullable InboxRow item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      getStyleClass().remove("day");
      when.textProperty().unbind();
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      switch (item) {
        case InboxRow.About(var entity, var name, int decisions) -> {
          getStyleClass().add("day");
          icon.getChildren().setAll(Icons.of(EntityIcons.of(Optional.of(entity))));
          key.setText(name);
          count.setText(String.valueOf(decisions));
          count.setAccessibleText(texts.of("inbox.count", decisions));
          setGraphic(about);
        }
        case InboxRow.Decision(var entry, boolean alone) -> {
          String devices = String.join(", ", entry.devices());
          String title = model.title(entry);
          place.setText(alone ? entry.key() : title);
          place.getStyleClass().setAll("label", alone ? "mono-strong" : "medium");
          who.setText(alone ? texts.of("inbox.row", title, devices) : devices);
          when.textProperty()
              .bind(model.moments().liveBrief(Instant.ofEpochMilli(entry.newest().wallMillis())));
          avatars.getChildren().setAll(entry.devices().stream().limit(3).map(Avatar::new).toList());
          setGraphic(row);
        }
      }
    }
  }
}
