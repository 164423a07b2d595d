package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What features ask of the window around them.
final class WindowFrame implements Frame {
  private final WorkspaceWindow window;
  private final ShellViewModel shell;

  WindowFrame(WorkspaceWindow window, ShellViewModel shell) {
    this.window = window;
    this.shell = shell;
  }

  @Override
  public void show(Dialog dialog, @Nullable Node first) {
    window.show(dialog, first);
  }

  @Override
  public void closeDialog() {
    window.closeDialog();
  }

  @Override
  public void show(Section section) {
    window.show(section);
  }

  @Override
  public void openFlag(String key) {
    shell.openFlag(key);
  }

  @Override
  public void editFlag(String key) {
    window.editFlag(key);
  }

  @Override
  public void showInDiagram(ChangeRef change) {
    shell.causality().show(change);
    window.show(Section.CAUSALITY);
  }

  @Override
  public void showInDiagram(EntityId entity) {
    shell.causality().aboutProperty().set(entity);
    window.show(Section.CAUSALITY);
  }

  @Override
  public void showInHistory(ChangeRef change) {
    shell.causality().soughtProperty().set(change);
    window.show(Section.HISTORY);
  }

  @Override
  public void showConflict(String id) {
    shell.conflicts().selectedProperty().set(id);
    window.show(Section.CONFLICTS);
  }

  @Override
  public void showCourse() {
    window.showCourse();
  }

  @Override
  public void exportPicked() {
    window.exportPicked();
  }

  @Override
  public void say(String sentence) {
    shell.model().say(sentence);
  }
}
