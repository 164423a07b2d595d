package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.FlagdFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UiTest
class ImportPicturesTest {
  @TempDir private Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aFileThatComesBackIsDrawnWithItsConflicts() throws Exception {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      SketchWorkspace sketch = CheckoutTeam.typical();
      Path file = edited(sketch);
      String name = "import-conflicts" + (theme == ThemeChoice.DARK ? "-dark" : "");
      Pictures.draw(
          name, theme, sketch, window -> window.transfer().showImport(file, Runnable::run));
    }
  }

  private Path edited(SketchWorkspace sketch) throws Exception {
    var written =
        FlagdFile.write(
            sketch.workspace(), "production", Set.of(), Optional.empty(), _ -> Optional.empty());
    sketch.keepExport(written.id(), written.base());
    List<Flag> flags = sketch.workspace().flags();
    String first = flags.get(0).key();
    String gone = flags.get(5).key();
    String text = written.text();
    text =
        changed(text, first, "\"flotilla.description\": \"", "\"flotilla.description\": \"New: ");
    text = text.replaceFirst("\"state\": \"ENABLED\"", "\"state\": \"DISABLED\"");
    text = text.replaceFirst("(?s)    \"" + Pattern.quote(gone) + "\": \\{.*?\\n    \\},\\n", "");
    text =
        text.replace(
            "\"flags\": {",
            "\"flags\": {\n    // asked for by sales\n    \"checkout.gift-wrap\": {\"state\": \"ENABLED\","
                + " \"variants\": {\"on\": true, \"off\": false}, \"defaultVariant\": \"off\"},");
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.SetField(
            EntityId.flag(first), FieldNames.DESCRIPTION, Value.of("Ben’s words for it")));
    Path file = folder.resolve("production.flagd.json");
    return Files.writeString(file, text);
  }

  private static String changed(String text, String flag, String before, String after) {
    int at = text.indexOf(before, text.indexOf("    \"" + flag + "\": {"));
    return text.substring(0, at) + after + text.substring(at + before.length());
  }
}
