package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.causality.canvas.Caption;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.model.Chip;
import dev.flotilla.app.desktop.causality.model.FilterWords;
import dev.flotilla.app.desktop.causality.model.ShivizExport;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.picture.Png;
import dev.flotilla.app.desktop.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.stage.FileChooser;

/// Writes what a diagram shows into files: as a picture, as a drawing, as a log.
///
/// Thread: FX; files are written in the background.
final class DiagramExport {
  private static final String PNG = "flotilla-diagram.png";
  private static final String SVG = "flotilla-diagram.svg";

  private final SpaceTimeView view;
  private final FilterWords words;
  private final ShivizExport shiviz;
  private final UiBridge ui;
  private final Desk desk;
  private final Frame frame;
  private final Texts texts;

  DiagramExport(
      SpaceTimeView view,
      FilterWords words,
      ShivizExport shiviz,
      UiBridge ui,
      Desk desk,
      Frame frame) {
    this.view = view;
    this.words = words;
    this.shiviz = shiviz;
    this.ui = ui;
    this.desk = desk;
    this.frame = frame;
    this.texts = desk.texts();
  }

  /// One item for each form.
  List<MenuItem> items() {
    MenuItem png = item("diagram-export-png", "diagram.export.png");
    png.setOnAction(_ -> choose(PNG, this::writePng));
    MenuItem svg = item("diagram-export-svg", "diagram.export.svg");
    svg.setOnAction(_ -> choose(SVG, this::writeSvg));
    MenuItem log = item("diagram-export-shiviz", "diagram.export.shiviz");
    log.setOnAction(_ ->
        choose(
            ShivizExport.FILE,
            file -> shiviz.save(view.diagramProperty().get(), file, frame::say)));
    return List.of(png, svg, log);
  }

  private MenuItem item(String id, String key) {
    MenuItem item = new MenuItem(texts.of(key));
    item.setId(id);
    item.setDisable(view.diagramProperty().get().marks().isEmpty());
    return item;
  }

  private interface Writing {
    void to(Path file);
  }

  private void choose(String name, Writing writing) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.of("diagram.export"));
    chooser.setInitialFileName(name);
    File file = chooser.showSaveDialog(view.getScene().getWindow());
    if (file != null) {
      writing.to(named(file.toPath(), name));
    }
  }

  /// With the ending of the usual name, if somebody gave it none.
  static Path named(Path file, String usual) {
    String name = file.getFileName().toString();
    return name.contains(".")
        ? file
        : file.resolveSibling(name + usual.substring(usual.lastIndexOf('.')));
  }

  void writePng(Path file) {
    Image image = view.image(caption());
    write(file, partial -> Png.write(image, partial));
  }

  void writeSvg(Path file) {
    String svg = view.svg(caption());
    write(file, partial -> Files.writeString(partial, svg));
  }

  private interface Content {
    void writeTo(Path file) throws IOException;
  }

  /// What was there under the name stays until all is written.
  private void write(Path file, Content content) {
    ui.background()
        .execute(() -> {
          String sentence;
          Path partial = file.resolveSibling(file.getFileName() + ".part");
          try {
            content.writeTo(partial);
            Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            sentence = texts.of("diagram.export.done", file.toString());
          } catch (IOException | RuntimeException e) {
            sentence =
                texts.of("diagram.export.failed", file.toString(), String.valueOf(e.getMessage()));
            partial.toFile().delete();
          }
          String told = sentence;
          ui.execute(() -> frame.say(told));
        });
  }

  private Caption caption() {
    SpaceTime shown = view.diagramProperty().get();
    int changes = shown.marks().stream().mapToInt(Mark::count).sum();
    String about =
        Stream.concat(
                Stream.of(
                    texts.of("diagram.export.about", shown.lanes().size(), changes),
                    desk.moments().exact(desk.moments().clock().instant())),
                words.chips().stream().map(Chip::text))
            .collect(Collectors.joining(" · "));
    return new Caption(texts.of("diagram.export.title"), about);
  }
}
