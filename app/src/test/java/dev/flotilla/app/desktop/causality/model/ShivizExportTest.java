package dev.flotilla.app.desktop.causality.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.shiviz.ReadByShiviz;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShivizExportTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @TempDir Path folder;

  private final CausalityModel source =
      new CausalityModel(
          new WorkspaceModel(ApartTeam.typical(), new UiBridge(Runnable::run), TEXTS), TEXTS);
  private final DiagramModel model = new DiagramModel(source);
  private final List<String> said = new ArrayList<>();

  @Test
  void writesWhatTheDiagramShowsWithRunsEventByEvent() throws IOException {
    Path file = folder.resolve(ShivizExport.FILE);

    save(file);

    var log = ReadByShiviz.file(Files.readString(file));
    ReadByShiviz.checkClocks(log);
    assertThat(log).hasSize(source.historyProperty().get().size());
    assertThat(said).containsExactly(log.size() + " changes written to " + file);
  }

  @Test
  void whatIsHiddenIsLeftOut() throws IOException {
    model.filterProperty().set(EventFilter.ALL.text("payment"));
    model.toggle(source.historyProperty().get().lanes().getFirst().replica());
    Path file = folder.resolve("some.log");

    save(file);

    var log = ReadByShiviz.file(Files.readString(file));
    ReadByShiviz.checkClocks(log);
    assertThat(log).isNotEmpty().hasSizeLessThan(source.historyProperty().get().size());
    assertThat(log).noneMatch(logged -> logged.host().equals("Ana’s-laptop"));
  }

  @Test
  void saysWhyAFileCannotBeWritten() {
    save(folder.resolve("missing").resolve("some.log"));

    assertThat(said).singleElement().asString().startsWith("The log could not be written to ");
  }

  private void save(Path file) {
    new ShivizExport(source, TEXTS).save(model.spaceTimeProperty().get(), file, said::add);
  }
}
