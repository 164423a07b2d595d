package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.shell.ShellViewModel.Panel;
import dev.flotilla.model.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a window showed of a workspace when it was closed, so that it shows the same when it is
/// opened again.
final class Remembered {
  private final ShellViewModel shell;
  private final DesktopSettings settings;
  private final String prefix;

  Remembered(ShellViewModel shell, DesktopSettings settings) {
    this.shell = shell;
    this.settings = settings;
    this.prefix =
        "view." + shell.model().workspace().id().map(WorkspaceId::toString).orElse("") + ".";
  }

  /// Brings the window to where it was. What is no longer there is left out.
  void restore() {
    shell.folders().open(lines("folders"));
    String folder = settings.get(prefix + "folder", "");
    if (shell.model().workspace().folder(folder).isPresent()) {
      shell.folders().chosenProperty().set(folder);
    }
    String flag = settings.get(prefix + "flag", "");
    if (shell.model().workspace().flag(flag).isPresent()) {
      shell.openFlag(flag);
    }
    Panel panel = parse(Panel.values(), settings.get(prefix + "panel", ""), Panel.CLOSED);
    if (panel != Panel.FLAG || shell.editorProperty().get() != null) {
      shell.panelProperty().set(panel);
    }
    Section section = parse(Section.values(), settings.get(prefix + "section", ""), Section.FLAGS);
    // The page of one flag is not come back to: what it showed is at the side of the table.
    shell.sectionProperty().set(section == Section.FLAG ? Section.FLAGS : section);
  }

  void save() {
    Map<String, String> values = new HashMap<>();
    values.put(prefix + "section", shell.sectionProperty().get().name());
    values.put(prefix + "panel", shell.panelProperty().get().name());
    values.put(prefix + "flag", shell.flags().selectedProperty().get());
    values.put(prefix + "folder", shell.folders().chosenProperty().get());
    values.put(
        prefix + "folders",
        shell.folders().opened().stream().sorted().collect(Collectors.joining("\n")));
    settings.setAll(values);
  }

  private Set<String> lines(String name) {
    return settings.get(prefix + name, "").lines().collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> E parse(E[] values, String name, E otherwise) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return otherwise;
  }
}
