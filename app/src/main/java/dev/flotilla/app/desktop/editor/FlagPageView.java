package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.history.EntityHistoryView;
import dev.flotilla.app.desktop.live.PeopleLine;
import dev.flotilla.app.desktop.live.UnsavedMark;
import dev.flotilla.app.desktop.targeting.TargetingSection;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One flag over the whole middle of the window: what it does, environment beside environment, and
/// what it is, in a column at the right.
final class FlagPageView extends BorderPane {
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final double ASIDE_WIDTH = 328;

  /// Below this width the second column goes under the first.
  private static final double BESIDE_MIN = 800;

  /// What the head of the page can ask for.
  interface Wishes {
    void back();

    void delete();

    void showConflicts();

    void copyBetween();
  }

  private final FlagEditorViewModel model;
  private final Texts texts;
  private final Wishes wishes;
  private final EnvironmentMatrix matrix;
  private final TargetingSection targeting;
  private final PageTabs tabs = new PageTabs(this::setCenter);
  private final Button back;
  private @Nullable EntityHistoryView history;

  FlagPageView(FlagEditorViewModel model, TargetingSection targeting, Texts texts, Wishes wishes) {
    this.model = model;
    this.texts = texts;
    this.wishes = wishes;
    this.matrix = new EnvironmentMatrix(model, this::showTargeting, texts);
    this.targeting = targeting;
    this.back = Buttons.plain("page-back", texts.of("flagpage.back"), Feather.ARROW_LEFT);
    setId("flag-page");
    getStyleClass().add("flag-page");
    setTop(head());
    tabs.add("page-tab-overview", texts.of("targeting.tab.overview"), () -> scroll(columns()))
        .add("page-tab-targeting", texts.of("targeting.title"), () -> targeting);
  }

  void release() {
    matrix.release();
    if (history != null) {
      history.close();
    }
  }

  /// Offers the history of the flag as the last tab.
  void offerHistory(Supplier<EntityHistoryView> made) {
    tabs.add(
        "page-tab-history",
        texts.of("panel.history"),
        () -> {
          EntityHistoryView view = made.get();
          history = view;
          return view;
        });
  }

  /// Shows the targeting in an environment.
  void showTargeting(String environment) {
    targeting.show(environment);
    tabs.choose("page-tab-targeting");
  }

  /// Gives the keyboard to the way back, the first control of the page.
  void focusFirst() {
    back.requestFocus();
  }

  /// Asks which share of which tag set is to get which variant.
  void targetShare() {
    tabs.choose("page-tab-targeting");
    targeting.target();
  }

  private Node head() {
    Flag flag = model.flagProperty().get();
    back.getStyleClass().add("compact");
    back.setOnAction(_ -> wishes.back());
    Label folder = Labels.of("", "small", "soft");
    model.flagProperty().subscribe(now -> folder.setText(model.relations().path(now.folder())));
    folder.setMinWidth(0);
    PeopleLine people = new PeopleLine(model.workspace(), texts, flag.id());
    HBox crumbs = new HBox(Space.SMALL, back, folder, Regions.spring(), people);
    crumbs.setAlignment(Pos.CENTER_LEFT);
    Label key = Labels.of(flag.key(), "page-key");
    key.setTooltip(new Tooltip(flag.key()));
    key.setMinWidth(0);
    Label type = Labels.of(Values.name(flag.type(), texts), "type-badge");
    type.setMinWidth(Label.USE_PREF_SIZE);
    Label archived = Labels.of(texts.of("flags.archived"), "type-badge");
    archived.setMinWidth(Label.USE_PREF_SIZE);
    Regions.shownWhile(archived, model.flagProperty().map(Flag::archived));
    Label lastChange = Labels.of("", "small", "faint");
    lastChange.textProperty().bind(model.lastChangeProperty());
    lastChange.setMinWidth(0);
    HBox title =
        new HBox(
            Space.SMALL,
            key,
            copyKey(),
            type,
            archived,
            Regions.spring(),
            UnsavedMark.inWords(model.workspace(), texts, flag.id()),
            lastChange,
            archive(),
            delete());
    title.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(Space.SMALL, crumbs, title, tabs);
    head.getStyleClass().add("flag-page-head");
    return head;
  }

  private Button copyKey() {
    Button copy = Buttons.icon("page-copy-key", Feather.COPY, texts.of("editor.copyKey"));
    copy.setOnAction(_ ->
        Clipboard.getSystemClipboard()
            .setContent(Map.of(DataFormat.PLAIN_TEXT, model.flagProperty().get().key())));
    return copy;
  }

  private Button archive() {
    Button archive = Buttons.icon("page-archive", Feather.ARCHIVE, texts.of("editor.archive"));
    archive.setOnAction(_ -> model.archive(!model.flagProperty().get().archived()));
    return archive;
  }

  private Button delete() {
    Button delete = Buttons.icon("page-delete", Feather.TRASH_2, texts.of("editor.delete"));
    delete.setOnAction(_ -> wishes.delete());
    return delete;
  }

  private Node columns() {
    VBox main = new VBox(Space.WIDE, conflict(), environments(), variants());
    main.getStyleClass().add("page-main");
    main.setMinWidth(0);
    VBox aside =
        new VBox(
            Space.WIDE,
            details(),
            new LabelsSection(model, texts),
            new RelationsSection(model.relations(), model.flagProperty(), texts),
            new MetadataSection(model, texts));
    aside.getStyleClass().add("page-aside");
    aside.setMinWidth(ASIDE_WIDTH);
    aside.setMaxWidth(ASIDE_WIDTH);
    VBox left = new VBox();
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    HBox columns = new HBox();
    columns.setMinHeight(USE_PREF_SIZE);
    // Beside each other they need more than there is with a panel at the side.
    widthProperty()
        .map(width -> width.doubleValue() > 0 && width.doubleValue() < BESIDE_MIN)
        .subscribe(narrow -> {
          aside.setMaxWidth(narrow ? Double.MAX_VALUE : ASIDE_WIDTH);
          aside.pseudoClassStateChanged(BELOW, narrow);
          columns.getChildren().setAll(left);
          left.getChildren().setAll(main);
          (narrow ? left : columns).getChildren().add(aside);
        });
    return columns;
  }

  private Node conflict() {
    Button show = Buttons.quiet("page-show-conflicts", texts.of("editor.showConflicts"));
    show.setOnAction(_ -> wishes.showConflicts());
    Notice conflict = new Notice(Notice.Tone.DANGER, texts.of("editor.conflicted"), show);
    return Regions.shownWhile(conflict, model.flagProperty().map(Flag::conflicted));
  }

  private Node environments() {
    Button copy =
        Buttons.plain("page-copy-between", texts.of("flagpage.copy.button"), Feather.COPY);
    copy.getStyleClass().add("compact");
    copy.setOnAction(_ -> wishes.copyBetween());
    Regions.shownWhile(copy, Bindings.size(model.environments()).greaterThan(1));
    HBox head =
        new HBox(
            Space.SMALL,
            Labels.of(texts.of("editor.environments"), "section-title"),
            Regions.spring(),
            measure(),
            copy);
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(Space.SMALL, head, matrix);
  }

  private ComboBox<Optional<String>> measure() {
    ComboBox<Optional<String>> combo = new ComboBox<>();
    combo.setId("page-compare");
    combo.setAccessibleText(texts.of("flagpage.compare"));
    combo.getStyleClass().add("compact-combo");
    combo.setConverter(
        new Choices<>(name ->
            name.map(there -> texts.of("flagpage.compare.with", there))
                .orElse(texts.of("flagpage.compare.none"))));
    Runnable offer =
        () -> {
          List<Optional<String>> choices = new ArrayList<>();
          choices.add(Optional.empty());
          model.environments().forEach(form -> choices.add(Optional.of(form.name())));
          if (!combo.getItems().equals(choices)) {
            combo.getItems().setAll(choices);
          }
          if (!choices.contains(combo.getValue())) {
            combo.setValue(Optional.empty());
          }
        };
    offer.run();
    model.environments().addListener((ListChangeListener<EnvironmentForm>) _ -> offer.run());
    matrix.measureProperty().bindBidirectional(combo.valueProperty());
    return combo;
  }

  private Node variants() {
    Label problem = FormField.errorLabel("page-problem", model.problemProperty());
    VBox variants = new VBox(Space.SMALL, new VariantsSection(model, texts), problem);
    if (model.flagProperty().get().type() != FlagType.OBJECT) {
      return variants;
    }
    return new VBox(Space.WIDE, variants, new SchemaSection(model.schema(), texts));
  }

  private Node details() {
    return new VBox(
        Space.MEDIUM,
        Labels.of(texts.of("editor.details"), "section-title"),
        new FormField(
            texts.of("editor.description"),
            FieldViews.area(
                "editor-description",
                texts.of("editor.description"),
                3,
                model.description(),
                texts)),
        OwnerAndKind.owner(model, texts),
        OwnerAndKind.kind(model, texts));
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setId("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    scroll.setFocusTraversable(false);
    return scroll;
  }
}
