package dev.flotilla.app.desktop.history;

import dev.flotilla.app.cli.print.LogLines;
import dev.flotilla.app.cli.print.LogLines.Format;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.net.node.LogQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Writes the history into a file, however long it is.
///
/// Thread: FX; the log is read and the file written in the background.
final class HistoryExportViewModel {
  private final ChangeHistory history;
  private final LogQuery query;
  private final UiBridge ui;
  private final Texts texts;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.JSON_LINES);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private volatile boolean cancelled;

  /// @param query what is written, whatever its limit
  HistoryExportViewModel(ChangeHistory history, LogQuery query, UiBridge ui, Texts texts) {
    this.history = history;
    this.query = query;
    this.ui = ui;
    this.texts = texts;
  }

  ObjectProperty<Format> formatProperty() {
    return format;
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// How many changes are written, in words.
  ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// A name for the file.
  String fileName() {
    return switch (format.get()) {
      case JSON_LINES -> "flotilla-history.jsonl";
      case CSV -> "flotilla-history.csv";
    };
  }

  void cancel() {
    cancelled = true;
  }

  /// Writes the file. What was there under its name stays until all is written.
  void save(Path file) {
    cancelled = false;
    running.set(true);
    done.set("");
    problem.set("");
    Format wanted = format.get();
    Reading.inBackground(
        ui,
        () -> write(file, wanted),
        count -> {
          running.set(false);
          done.set(
              cancelled
                  ? texts.of("historyExport.cancelled")
                  : texts.of("historyExport.done", count, file.toString()));
        },
        failure -> {
          running.set(false);
          problem.set(texts.of("historyExport.failed", file.toString(), failure));
        });
  }

  private long write(Path file, Format wanted) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      long count;
      try (BufferedWriter writer = Files.newBufferedWriter(partial)) {
        count =
            LogLines.copy(
                new LogLines.Source(history::page, history::written),
                query,
                wanted,
                line -> write(writer, line),
                this::goesOn);
      }
      if (!cancelled) {
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } finally {
      partial.toFile().delete();
    }
  }

  private boolean goesOn(long count) {
    ui.execute(() -> progress.set(texts.of("historyExport.progress", count)));
    return !cancelled;
  }

  private static void write(BufferedWriter writer, String line) {
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
