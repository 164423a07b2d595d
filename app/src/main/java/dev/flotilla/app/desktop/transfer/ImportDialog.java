package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.flagd.ImportItem;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The preview of an import: what is new, what changes, what is wrong in the file; then progress.
public final class ImportDialog {
  private static final double ROW_HEIGHT = 34;
  private static final double FINDINGS_HEIGHT = 120;
  private static final double KEY_SHARE = 0.44;
  private static final double KIND_SHARE = 0.14;
  private static final double CHANGES_SHARE = 0.41;

  private final ImportViewModel model;
  private final Texts texts;

  public ImportDialog(ImportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  public Dialog build(Runnable onClose) {
    Label summary = Labels.wrapped("", "soft");
    summary.setId("import-summary");
    summary.textProperty().bind(model.summaryProperty());
    Regions.shownWhile(summary, summary.textProperty().isNotEmpty());
    Notice problem = new Notice(Notice.Tone.DANGER, "");
    problem.setId("import-problem");
    problem.text().textProperty().bind(model.problemProperty());
    Regions.shownWhile(problem, model.problemProperty().isNotEmpty());
    TableView<ImportViewModel.Row> table = table();
    Regions.shownWhile(table, Bindings.isNotEmpty(model.rows()));
    VBox.setVgrow(table, Priority.ALWAYS);
    ProgressBar progress = new ProgressBar();
    progress.setId("import-progress");
    progress.setAccessibleText(texts.of("import.progress"));
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.progressProperty().bind(model.progressProperty());
    Regions.shownWhile(progress, model.runningProperty());
    Button start = Buttons.primary("import-start", texts.of("import.start"));
    start.disableProperty().bind(model.readyProperty().not());
    Regions.shownWhile(start, model.finishedProperty().not());
    start.setOnAction(_ -> model.start());
    Button cancel = Buttons.plain("import-cancel", texts.of("dialog.cancel"));
    cancel
        .textProperty()
        .bind(
            model.finishedProperty().map(done -> texts.of(done ? "dialog.done" : "dialog.cancel")));
    cancel.setOnAction(_ -> onClose.run());
    Dialog dialog =
        new Dialog(
                "import-dialog",
                texts.of("import.title", model.fileNameProperty().get()),
                texts.of("dialog.close"),
                onClose)
            .content(summary, problem, findings(), table, progress)
            .buttons(cancel, start);
    dialog.getStyleClass().add("dialog-large");
    return dialog;
  }

  private Node findings() {
    VBox list = new VBox(Space.SMALL);
    list.getStyleClass().add("findings");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setId("import-findings");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(FINDINGS_HEIGHT);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.setFocusTraversable(false);
    Runnable show =
        () ->
            list.getChildren()
                .setAll(
                    model.findings().stream()
                        .map(finding -> Labels.wrapped(finding, "small", "finding"))
                        .toList());
    model.findings().addListener((ListChangeListener<String>) _ -> show.run());
    show.run();
    VBox box = new VBox(Space.TIGHT, Labels.of(texts.of("import.findings"), "field-label"), scroll);
    return Regions.shownWhile(box, Bindings.isNotEmpty(model.findings()));
  }

  private TableView<ImportViewModel.Row> table() {
    TableView<ImportViewModel.Row> table = new TableView<>(model.rows());
    table.setId("import-preview");
    table.setAccessibleText(texts.of("import.preview"));
    table.getStyleClass().add("preview-table");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table
        .getColumns()
        .setAll(
            java.util.List.of(
                column(table, "import.key", KEY_SHARE, "mono", ImportViewModel.Row::key),
                kinds(table),
                column(
                    table, "import.changes", CHANGES_SHARE, "soft", ImportViewModel.Row::changes)));
    return table;
  }

  private TableColumn<ImportViewModel.Row, String> column(
      TableView<?> table,
      String name,
      double share,
      String styleClass,
      Function<ImportViewModel.Row, String> value) {
    TableColumn<ImportViewModel.Row, String> column = new TableColumn<>(texts.of(name));
    column.setSortable(false);
    column.setReorderable(false);
    column.prefWidthProperty().bind(table.widthProperty().multiply(share));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(null);
            setGraphic(empty || text == null ? null : Labels.of(text, "small", styleClass));
          }
        });
    return column;
  }

  private TableColumn<ImportViewModel.Row, ImportItem.Kind> kinds(TableView<?> table) {
    TableColumn<ImportViewModel.Row, ImportItem.Kind> column =
        new TableColumn<>(texts.of("import.kind"));
    column.setSortable(false);
    column.setReorderable(false);
    column.prefWidthProperty().bind(table.widthProperty().multiply(KIND_SHARE));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().kind()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(ImportItem.@Nullable Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(null);
            setGraphic(empty || kind == null ? null : badge(kind));
          }
        });
    return column;
  }

  private Label badge(ImportItem.Kind kind) {
    return switch (kind) {
      case NEW -> Labels.of(texts.of("import.new"), "kind-badge", "hue-green");
      case CHANGED -> Labels.of(texts.of("import.changed"), "kind-badge", "hue-yellow");
      case SAME, REMOVED -> Labels.of(texts.of("import.same"), "kind-badge", "hue-gray");
    };
  }
}
