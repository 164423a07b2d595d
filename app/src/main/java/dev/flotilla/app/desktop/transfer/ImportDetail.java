package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What differs in one row of the preview, field by field, here beside the file. Where both sides
/// changed a field, the two values are a choice.
final class ImportDetail {
  private static final double HALF = 50;
  // What is longer is cut: the preview is for recognising, not for reading.
  private static final int SHOWN_MAX = 2_000;

  private final ImportViewModel model;
  private final Texts texts;
  private final FieldWords words;
  private final VBox content = new VBox(Space.LARGE);
  private final ScrollPane scroll = new ScrollPane(content);

  ImportDetail(ImportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new FieldWords(texts);
    scroll.setId("import-detail");
    scroll.setAccessibleText(texts.of("import.detail"));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("import-detail");
    content.getStyleClass().add("import-detail-content");
  }

  Node node() {
    return scroll;
  }

  void show(@Nullable ImportRow row) {
    content.getChildren().clear();
    scroll.setVvalue(0);
    if (row == null) {
      return;
    }
    content.getChildren().add(head(row));
    note(row);
    boolean isNew = row.item().kind() == Kind.NEW;
    if (row.item().fields().isEmpty()) {
      return;
    }
    if (!isNew) {
      content.getChildren().add(columns());
    }
    for (ProposedField field : row.item().fields()) {
      content.getChildren().add(isNew ? created(field) : changed(row, field));
    }
  }

  private Node head(ImportRow row) {
    Label name = Labels.of(ImportWords.name(row, texts), "import-detail-title");
    HBox head = new HBox(Space.SMALL, name, ImportList.badge(row, texts), Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(0);
    if (row.item().hasConflict()) {
      Button here = Buttons.quiet("import-all-here", texts.of("import.all.here"));
      here.setOnAction(_ -> model.settleAll(false));
      Button file = Buttons.quiet("import-all-file", texts.of("import.all.file"));
      file.setOnAction(_ -> model.settleAll(true));
      head.getChildren().addAll(here, file);
    }
    return head;
  }

  private void note(ImportRow row) {
    String sentence =
        switch (row.item().kind()) {
          case REMOVED ->
              texts.of(row.item().conflict() ? "import.note.removedEdited" : "import.note.removed");
          case NEW -> row.item().conflict() ? texts.of("import.note.deleted") : "";
          case CHANGED, SAME -> "";
        };
    if (!sentence.isEmpty()) {
      content.getChildren().add(new Notice(Notice.Tone.WARNING, sentence));
    }
  }

  private Node columns() {
    GridPane grid = halves();
    grid.add(Labels.of(texts.of("import.here"), "field-label"), 0, 0);
    grid.add(Labels.of(texts.of("import.file"), "field-label"), 1, 0);
    return grid;
  }

  private Node created(ProposedField field) {
    return new VBox(
        Space.TIGHT,
        Labels.of(words.name(field.field()), "field-label"),
        value(field, field.there()));
  }

  private Node changed(ImportRow row, ProposedField field) {
    Label name = Labels.of(words.name(field.field()), "import-field");
    VBox block = new VBox(Space.TIGHT, name);
    GridPane grid = halves();
    if (field.conflict()) {
      block.getStyleClass().add("import-conflict");
      HBox title = new HBox(Space.SMALL, Icons.of(Feather.ALERT_TRIANGLE), name);
      title.setAlignment(Pos.CENTER_LEFT);
      String was = ImportWords.value(field.field(), field.base().orElse(""), texts);
      block
          .getChildren()
          .setAll(title, Labels.wrapped(texts.of("import.was", was), "small", "soft"));
      choice(row, field, grid);
    } else {
      grid.add(value(field, field.here()), 0, 0);
      grid.add(value(field, field.there()), 1, 0);
    }
    block.getChildren().add(grid);
    if (!field.rules().isEmpty()) {
      block.getChildren().add(Labels.wrapped(texts.of("import.rulesGo"), "small", "soft"));
    }
    return block;
  }

  private void choice(ImportRow row, ProposedField field, GridPane grid) {
    ToggleButton here = side("here", "import.take.here", field, field.here());
    ToggleButton file = side("file", "import.take.file", field, field.there());
    BooleanProperty taken = row.takenProperty(field.field());
    Consumer<Boolean> select =
        take -> {
          here.setSelected(!take);
          file.setSelected(take);
        };
    here.setOnAction(_ -> choose(taken, false, select));
    file.setOnAction(_ -> choose(taken, true, select));
    taken.subscribe(select);
    grid.add(here, 0, 0);
    grid.add(file, 1, 0);
  }

  // A toggle that is pressed again must not be off.
  private static void choose(BooleanProperty taken, boolean take, Consumer<Boolean> select) {
    taken.set(take);
    select.accept(take);
  }

  private ToggleButton side(String side, String name, ProposedField field, String text) {
    String shown = shorten(ImportWords.value(field.field(), text, texts));
    ToggleButton button = new ToggleButton(shown);
    button.setId("import-" + side + "-" + field.field().replace('/', '-').toLowerCase(Locale.ROOT));
    button.setAccessibleText(texts.of(name, words.name(field.field()), shown));
    button.getStyleClass().setAll("import-choice");
    button.setWrapText(true);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button
        .graphicProperty()
        .bind(
            button
                .selectedProperty()
                .map(selected -> Icons.of(selected ? Feather.CHECK_CIRCLE : Feather.CIRCLE)));
    return button;
  }

  private Label value(ProposedField field, String text) {
    Label label =
        Labels.wrapped(shorten(ImportWords.value(field.field(), text, texts)), "import-value");
    if (text.isEmpty()) {
      label.getStyleClass().add("import-nothing");
    }
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    label.setAlignment(Pos.TOP_LEFT);
    return label;
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }

  private static GridPane halves() {
    GridPane grid = new GridPane(Space.SMALL, Space.TIGHT);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(HALF);
    grid.getColumnConstraints().setAll(half, half);
    return grid;
  }
}
