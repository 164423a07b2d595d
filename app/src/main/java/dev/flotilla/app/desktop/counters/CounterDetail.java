package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.live.ArrivalLine;
import dev.flotilla.app.desktop.live.PeopleLine;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The open counter: its number, large, with minus and plus, and who counted how much.
final class CounterDetail extends VBox {
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
  private static final long STRIDE = 10;
  private static final double AMOUNT_WIDTH = 140;
  private static final double WHO_WIDTH = 168;

  private final CounterForm form;
  private final Live live;
  private final Texts texts;
  private final Moments moments;
  private Subscription subscriptions = Subscription.EMPTY;

  CounterDetail(CounterForm form, WorkspaceModel model, Runnable delete, Desk desk) {
    super(Space.WIDE);
    this.form = form;
    this.live = model.live();
    this.texts = desk.texts();
    this.moments = desk.moments();
    getStyleClass().add("counter-detail");
    getChildren()
        .addAll(
            head(new PeopleLine(model, texts, form.shown().id()), delete),
            counting(),
            who(),
            new FormField(
                texts.of("editor.description"),
                FieldViews.area(
                    "counter-description",
                    texts.of("editor.description"),
                    2,
                    form.description(),
                    texts)));
  }

  /// Shows the counter no longer.
  void end() {
    subscriptions.unsubscribe();
  }

  private Node head(Node people, Runnable onDelete) {
    Label title = Labels.of(form.key(), "page-title");
    Label last = Labels.of("", "small", "soft");
    subscriptions =
        subscriptions.and(form.counterProperty().subscribe(_ -> last.setText(lastChange())));
    Button delete = Buttons.icon("counter-delete", Feather.TRASH_2, texts.of("counters.delete"));
    delete.setOnAction(_ -> onDelete.run());
    Node arrival = new ArrivalLine(live, texts, form.shown().id());
    HBox line = new HBox(Space.SMALL, title, arrival, people);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(Space.SMALL, new VBox(Space.HAIR, line, last), Regions.spring(), delete);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String lastChange() {
    return texts.of("counters.last", form.lastAuthor(), moments.relative(form.lastChangeAt()));
  }

  private Node counting() {
    Label number = Labels.of("", "counter-number");
    number.setId("counter-value");
    number
        .textProperty()
        .bind(form.valueProperty().map(value -> texts.of("counters.value", value)));
    number.setMinWidth(USE_PREF_SIZE);
    number.setFocusTraversable(true);
    number.setAccessibleRole(AccessibleRole.SPINNER);
    number
        .accessibleTextProperty()
        .bind(form.valueProperty().map(value -> texts.of("counters.standsAt", form.key(), value)));
    number.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    number.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> number.requestFocus());
    HBox row =
        new HBox(
            Space.LARGE,
            step("counter-minus", Feather.MINUS, "counters.minus", -1),
            number,
            step("counter-plus", Feather.PLUS, "counters.plus", 1));
    row.setAlignment(Pos.CENTER_LEFT);
    TextField amount = new TextField();
    amount.setId("counter-amount");
    amount.setPromptText(texts.of("counters.amount"));
    amount.setAccessibleText(texts.of("counters.amount"));
    amount.setPrefWidth(AMOUNT_WIDTH);
    Button add = Buttons.plain("counter-add", texts.of("counters.addAmount"));
    Runnable take =
        () -> {
          if (form.add(amount.getText())) {
            amount.clear();
          }
        };
    amount.setOnAction(_ -> take.run());
    add.setOnAction(_ -> take.run());
    add.disableProperty().bind(amount.textProperty().map(String::isBlank));
    HBox exact =
        new HBox(Space.SMALL, amount, add, Labels.of(texts.of("counters.hint"), "field-hint"));
    exact.setAlignment(Pos.CENTER_LEFT);
    VBox counting =
        new VBox(
            Space.MEDIUM,
            row,
            exact,
            FormField.errorLabel("counter-refused", form.problemProperty()));
    return Place.mark(counting, form.shown().id(), "");
  }

  /// With Shift ten at a time.
  private Button step(String id, Feather icon, String name, long amount) {
    Button button = Buttons.icon(id, icon, texts.of(name));
    button.getStyleClass().add("counter-step");
    boolean[] shift = {false};
    button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> shift[0] = event.isShiftDown());
    button.addEventFilter(KeyEvent.ANY, event -> shift[0] = event.isShiftDown());
    button.setOnAction(_ -> form.add(shift[0] ? STRIDE * amount : amount));
    return button;
  }

  private void onKey(KeyEvent event) {
    long size = event.isShiftDown() ? STRIDE : 1;
    switch (event.getCode()) {
      case UP, ADD, PLUS -> form.add(size);
      case DOWN, SUBTRACT, MINUS -> form.add(-size);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private Node who() {
    VBox rows = new VBox(Space.SMALL);
    rows.setId("counter-contributions");
    Runnable show =
        () -> rows.getChildren().setAll(form.contributions().stream().map(this::row).toList());
    subscriptions =
        Subscription.combine(
            subscriptions,
            form.counterProperty().subscribe(_ -> show.run()),
            live.versionProperty().subscribe(_ -> show.run()));
    Label nobody = Labels.of(texts.of("counters.nobody"), "soft");
    nobody.visibleProperty().bind(form.counterProperty().map(c -> c.contributions().isEmpty()));
    nobody.managedProperty().bind(nobody.visibleProperty());
    return new VBox(
        Space.SMALL, Labels.of(texts.of("counters.who"), "section-title"), nobody, rows);
  }

  private Node row(Contribution one) {
    Label name = Labels.of(one.who());
    name.setTooltip(new Tooltip(one.device()));
    HBox who = new HBox(Space.SMALL, new Avatar(one.device()), name);
    who.setAlignment(Pos.CENTER_LEFT);
    who.setMinWidth(WHO_WIDTH);
    who.setMaxWidth(WHO_WIDTH);
    Region bar = new Region();
    bar.getStyleClass().add("counter-bar");
    bar.pseudoClassStateChanged(NEGATIVE, one.amount() < 0);
    StackPane track = new StackPane(bar);
    track.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().add("counter-track");
    bar.maxWidthProperty().bind(track.widthProperty().multiply(one.share()));
    HBox.setHgrow(track, Priority.ALWAYS);
    Label amount = Labels.of(signed(one.amount()), "counter-share");
    HBox row = new HBox(Space.MEDIUM, who, track, amount);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText(one.device() + " " + amount.getText());
    row.getStyleClass().add("counter-contribution");
    row.pseudoClassStateChanged(
        FRESH, live.arrival(form.shown().id()).filter(one.device()::equals).isPresent());
    return row;
  }

  private String signed(long amount) {
    return texts.of(amount < 0 ? "counters.minusAmount" : "counters.plusAmount", Math.abs(amount));
  }
}
