package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.shiviz.ShivizLog;
import dev.flotilla.app.causality.shiviz.ShivizLog.Form;
import dev.flotilla.app.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// Writes what a diagram shows as a log that ShiViz loads; runs are written event by event.
///
/// Thread: FX; the file is written in the background.
public final class ShivizExport {
  /// What the file is called if nobody says otherwise.
  public static final String FILE = "flotilla-shiviz.log";

  private static final int HEAD = 2;

  private final EventSource source;
  private final Texts texts;

  public ShivizExport(EventSource source, Texts texts) {
    this.source = source;
    this.texts = texts;
  }

  /// Writes a file. What was there under its name stays until all is written.
  ///
  /// @param say is told on the FX thread what came of it
  public void save(SpaceTime shown, Path file, Consumer<String> say) {
    source
        .ui()
        .background()
        .execute(() -> {
          String sentence = write(shown, file);
          source.ui().execute(() -> say.accept(sentence));
        });
  }

  private String write(SpaceTime shown, Path file) {
    List<String> lines =
        ShivizLog.lines(
            shown.history(), index -> shown.mark(index) >= 0, source::headline, Form.ONE_LINE);
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(partial, String.join("\n", lines) + "\n");
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      return texts.of("causality.shiviz.done", (long) lines.size() - HEAD, file.toString());
    } catch (IOException e) {
      return texts.of("causality.shiviz.failed", file.toString(), String.valueOf(e.getMessage()));
    } finally {
      partial.toFile().delete();
    }
  }
}
