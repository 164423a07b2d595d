package dev.flotilla.app.desktop.chooser;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Logo;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.guide.Step;
import dev.flotilla.app.desktop.guide.StepsRow;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first window: workspaces of this machine, and two ways to get another one.
public final class ChooserView extends StackPane {
  private static final int INVITATION_ROWS = 4;
  private static final double CARD_WIDTH = 348;

  private final ChooserViewModel model;
  private final Texts texts;
  private final VBox entries = new VBox();

  public ChooserView(ChooserViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("chooser");
    getStyleClass().add("chooser");
    VBox existing =
        new VBox(Space.SMALL, Labels.of(texts.of("chooser.existing"), "field-label"), entries);
    entries.getStyleClass().add("card-list");
    Regions.shownWhile(existing, Bindings.isNotEmpty(model.entries()));
    HBox ways = new HBox(Space.LARGE, create(), join());
    VBox column = new VBox(Space.WIDE, head(), existing, firstSteps(), ways, foot());
    column.getStyleClass().add("chooser-column");
    column.setMaxHeight(USE_PREF_SIZE);
    getChildren().add(column);
    model.entries().addListener((ListChangeListener<WorkspaceShelf.Entry>) _ -> rebuild());
    rebuild();
  }

  private Node head() {
    Label title = Labels.of(texts.of("app.name"), "chooser-title");
    Label claim = Labels.of(texts.of("chooser.claim"), "soft");
    VBox words = new VBox(Space.HAIR, title, claim);
    HBox head = new HBox(Space.LARGE, new Logo(Logo.LARGE), words);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// The way ahead, for those who have nothing yet.
  private Node firstSteps() {
    StepsRow steps = new StepsRow(texts, _ -> List.of());
    steps.setId("chooser-steps");
    steps.show(Step.fromNothing(texts));
    return Regions.shownWhile(steps, Bindings.isEmpty(model.entries()));
  }

  private Node foot() {
    Label device = Labels.of(texts.of("chooser.device", model.deviceName()), "small", "faint");
    device.setGraphic(Icons.of(Feather.MONITOR));
    return device;
  }

  private void rebuild() {
    entries.getChildren().setAll(model.entries().stream().map(this::entry).toList());
  }

  private Node entry(WorkspaceShelf.Entry entry) {
    Label name = Labels.of(entry.name(), "strong");
    Label facts =
        Labels.of(
            texts.of("chooser.facts", (long) entry.flags(), (long) entry.members()),
            "small",
            "soft");
    HBox row =
        new HBox(
            Space.MEDIUM,
            new Avatar(entry.name()),
            new VBox(name, facts),
            Regions.spring(),
            Icons.of(Feather.CHEVRON_RIGHT));
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId("open-" + entry.id());
    button.setAccessibleText(Spoken.join(texts.of("chooser.open", entry.name()), facts.getText()));
    button.setGraphic(row);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().setAll("button", "entry");
    row.prefWidthProperty().bind(button.widthProperty().subtract(Space.HUGE));
    button.setOnAction(_ -> model.open(entry));
    return button;
  }

  private Node create() {
    TextField name = new TextField();
    name.setId("create-name");
    name.setPromptText(texts.of("chooser.create.prompt"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setOnAction(_ -> model.create());
    TextField environments = new TextField();
    environments.setId("create-environments");
    environments.textProperty().bindBidirectional(model.environmentsProperty());
    environments.setOnAction(_ -> model.create());
    Button create = Buttons.primary("create-workspace", texts.of("chooser.create.button"));
    create.disableProperty().bind(model.busyProperty());
    create.setOnAction(_ -> model.create());
    return card(
        Feather.PLUS_SQUARE,
        texts.of("chooser.create.title"),
        texts.of("chooser.create.text"),
        new VBox(
            Space.MEDIUM,
            new FormField(texts.of("chooser.create.name"), name),
            new FormField(texts.of("chooser.create.environments"), environments)
                .error("create-error", model.createErrorProperty())
                .hint(texts.of("chooser.create.environments.hint"))),
        create);
  }

  private Node join() {
    TextArea invitation = new TextArea();
    invitation.setId("join-invitation");
    invitation.setPromptText(texts.of("chooser.join.prompt"));
    invitation.setPrefRowCount(INVITATION_ROWS);
    invitation.setWrapText(true);
    invitation.getStyleClass().add("mono");
    invitation.textProperty().bindBidirectional(model.invitationProperty());
    Button join = Buttons.plain("join-workspace", texts.of("chooser.join.button"));
    join.disableProperty().bind(model.busyProperty().or(model.joinableProperty().not()));
    join.setOnAction(_ -> model.join());
    Label hint = Labels.wrapped("", "field-good");
    hint.setId("join-hint");
    hint.textProperty().bind(model.joinHintProperty());
    Regions.shownWhile(hint, hint.textProperty().isNotEmpty());
    FormField field =
        new FormField(texts.of("chooser.join.invitation"), invitation)
            .error("join-error", model.joinErrorProperty());
    field.getChildren().add(hint);
    return card(
        Feather.LINK, texts.of("chooser.join.title"), texts.of("chooser.join.text"), field, join);
  }

  private static Node card(Feather icon, String title, String text, Node field, Button button) {
    HBox head = new HBox(Space.SMALL, Icons.of(icon), Labels.of(title, "section-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            Space.MEDIUM,
            head,
            Labels.wrapped(text, "soft", "small"),
            field,
            Regions.rise(),
            button);
    card.getStyleClass().add("chooser-card");
    card.setPrefWidth(CARD_WIDTH);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }
}
