package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.desktop.transfer.ImportViewModel.Phase;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The preview of an import: what the file is compared with, where it goes, what it would change
/// and which of it is chosen; then progress. Closes when everything is imported.
public final class ImportDialog {
  private static final double FINDINGS_HEIGHT = 96;
  private static final double PROGRESS_WIDTH = 160;

  private final ImportViewModel model;
  private final Texts texts;

  public ImportDialog(ImportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  public Dialog build(Runnable onClose) {
    Runnable stop =
        () -> {
          model.cancel();
          onClose.run();
        };
    Dialog dialog =
        new Dialog(
                "import-dialog",
                texts.of("import.title", model.fileNameProperty().get()),
                texts.of("dialog.close"),
                stop)
            .content(problem(), news(), new ImportTargets(model, texts), findings(), body())
            .buttons(foot(stop));
    dialog.getStyleClass().add("import-dialog");
    model
        .phaseProperty()
        .subscribe((_, phase) -> {
          if (phase == Phase.DONE) {
            onClose.run();
          }
        });
    return dialog;
  }

  private Node problem() {
    Notice problem = new Notice(Notice.Tone.DANGER, "");
    problem.setId("import-problem");
    problem.text().textProperty().bind(model.problemProperty());
    return Regions.shownWhile(problem, model.problemProperty().isNotEmpty());
  }

  private Node news() {
    Notice news = new Notice(Notice.Tone.WARNING, "");
    news.setId("import-news");
    news.text().textProperty().bind(model.newsProperty());
    return Regions.shownWhile(news, model.newsProperty().isNotEmpty());
  }

  private Node body() {
    ImportDetail detail = new ImportDetail(model, texts);
    ImportList list = new ImportList(model, texts, detail::show);
    HBox.setHgrow(detail.node(), Priority.ALWAYS);
    HBox both = new HBox(list.node(), detail.node());
    both.getStyleClass().add("import-body");
    Regions.shownWhile(both, Bindings.isNotEmpty(model.rows()));
    EmptyState nothing =
        new EmptyState(
            Feather.CHECK, texts.of("import.nothing.title"), texts.of("import.nothing.text"));
    nothing.setId("import-nothing");
    Regions.shownWhile(
        nothing,
        Bindings.isEmpty(model.rows()).and(model.phaseProperty().isEqualTo(Phase.CHOOSING)));
    StackPane stack = new StackPane(both, nothing);
    VBox.setVgrow(stack, Priority.ALWAYS);
    return stack;
  }

  private Node foot(Runnable stop) {
    Label summary = Labels.wrapped("", "soft");
    summary.setId("import-summary");
    summary.textProperty().bind(model.summaryProperty());
    HBox.setHgrow(summary, Priority.ALWAYS);
    summary.setMaxWidth(Double.MAX_VALUE);
    ProgressBar progress = new ProgressBar();
    progress.setId("import-progress");
    progress.setAccessibleText(texts.of("import.progress"));
    progress.setPrefWidth(PROGRESS_WIDTH);
    progress.setMinWidth(Region.USE_PREF_SIZE);
    progress.progressProperty().bind(model.progressProperty());
    Regions.shownWhile(progress, model.progressProperty().isNotEqualTo(0));
    Button start = Buttons.primary("import-start", texts.of("import.start"));
    start.disableProperty().bind(model.readyProperty().not());
    start.setDefaultButton(true);
    Regions.shownWhile(start, model.phaseProperty().isNotEqualTo(Phase.REFUSED));
    start.setOnAction(_ -> model.start());
    Button cancel = Buttons.plain("import-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> stop.run());
    HBox foot = new HBox(Space.SMALL, summary, progress, cancel, start);
    foot.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(foot, Priority.ALWAYS);
    return foot;
  }

  private Node findings() {
    VBox list = new VBox(Space.TIGHT);
    list.getStyleClass().add("findings");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setId("import-findings");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(FINDINGS_HEIGHT);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.setAccessibleText(texts.of("import.findings"));
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
}
