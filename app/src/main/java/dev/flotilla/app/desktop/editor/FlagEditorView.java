package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.live.PeopleLine;
import dev.flotilla.app.desktop.live.UnsavedMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// All fields of one flag, in sections; the head stays while the sections scroll.
public final class FlagEditorView extends BorderPane {
  private final FlagEditorViewModel model;
  private final Texts texts;
  private final Subscription subscription;

  /// `onDelete` deletes the flag, `onConflicts` shows what is in conflict.
  public FlagEditorView(
      FlagEditorViewModel model, Texts texts, Runnable onDelete, Runnable onConflicts) {
    this.model = model;
    this.texts = texts;
    setId("flag-editor");
    getStyleClass().add("editor");
    Label lastChange = Labels.of("", "small", "faint");
    Label archived = Labels.of(texts.of("flags.archived"), "type-badge");
    Button showConflicts = Buttons.quiet("editor-show-conflicts", texts.of("editor.showConflicts"));
    showConflicts.setOnAction(_ -> onConflicts.run());
    Notice conflict = new Notice(Notice.Tone.DANGER, texts.of("editor.conflicted"), showConflicts);
    Regions.shownWhile(conflict, model.flagProperty().map(Flag::conflicted));
    Regions.shownWhile(archived, model.flagProperty().map(Flag::archived));
    setTop(head(lastChange, archived, onDelete));
    setCenter(scroll(sections(conflict)));
    lastChange.textProperty().bind(model.lastChangeProperty());
    Tooltip exact = new Tooltip();
    lastChange.setTooltip(exact);
    Consumer<Flag> show = _ -> exact.setText(model.lastChangeExact());
    subscription = model.flagProperty().subscribe(show);
  }

  /// Stops listening; the view-model is closed by whoever made it.
  public void release() {
    subscription.unsubscribe();
  }

  private Node head(Label lastChange, Label archived, Runnable onDelete) {
    Flag flag = model.flagProperty().get();
    Label key = Labels.of(flag.key(), "mono-strong", "editor-key");
    key.setTooltip(new Tooltip(flag.key()));
    Label type = Labels.of(Values.name(flag.type(), texts), "type-badge");
    type.setMinWidth(Label.USE_PREF_SIZE);
    archived.setMinWidth(Label.USE_PREF_SIZE);
    Button copy = Buttons.icon("editor-copy-key", Feather.COPY, texts.of("editor.copyKey"));
    copy.setOnAction(_ ->
        Clipboard.getSystemClipboard()
            .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, flag.key())));
    Button archive = Buttons.icon("editor-archive", Feather.ARCHIVE, texts.of("editor.archive"));
    archive.setOnAction(_ -> model.archive(!model.flagProperty().get().archived()));
    Button delete = Buttons.icon("editor-delete", Feather.TRASH_2, texts.of("editor.delete"));
    delete.setOnAction(_ -> onDelete.run());
    HBox first =
        new HBox(Space.SMALL, key, type, archived, Regions.spring(), copy, archive, delete);
    first.setAlignment(Pos.CENTER_LEFT);
    key.setMinWidth(0);
    PeopleLine people = new PeopleLine(model.workspace(), texts, flag.id());
    UnsavedMark unsaved = UnsavedMark.inWords(model.workspace(), texts, flag.id());
    unsaved.setId("editor-unsaved");
    lastChange.setMinWidth(0);
    HBox second = new HBox(Space.SMALL, lastChange, Regions.spring(), unsaved);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox head = new VBox(Space.HAIR, first, second, people);
    head.getStyleClass().add("editor-head");
    return head;
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setId("editor-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Node sections(Notice conflict) {
    Label problem = FormField.errorLabel("editor-problem", model.problemProperty());
    VBox sections =
        new VBox(
            Space.LARGE,
            conflict,
            new EnvironmentsSection(model, texts),
            new VariantsSection(model, texts),
            problem,
            details(),
            new LabelsSection(model, texts),
            new MetadataSection(model, texts));
    sections.getStyleClass().add("editor-sections");
    return sections;
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
                2,
                model.description(),
                texts)),
        new OwnerAndKind(model, texts),
        new RelationsSection(model.relations(), model.flagProperty(), texts));
  }
}
