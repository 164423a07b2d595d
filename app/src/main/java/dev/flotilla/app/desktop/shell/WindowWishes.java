package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.guide.GuideView;
import dev.flotilla.app.desktop.page.Section;

/// What the parts of the window around the page ask the window for.
final class WindowWishes implements FlagsHeader.Wishes, GuideView.Wishes, Sidebar.Wishes {
  private final WorkspaceWindow window;
  private final ShellViewModel shell;

  WindowWishes(WorkspaceWindow window, ShellViewModel shell) {
    this.window = window;
    this.shell = shell;
  }

  @Override
  public void newFlag() {
    window.newFlag();
  }

  @Override
  public void importFile() {
    window.importFile();
  }

  @Override
  public void exportFile() {
    window.exportFile();
  }

  @Override
  public void saveView() {
    window.saveView();
  }

  @Override
  public void go(Section section) {
    shell.sectionProperty().set(section);
  }

  @Override
  public void invite() {
    window.invite();
  }

  @Override
  public void learn() {
    window.showCourse();
  }

  @Override
  public void settings() {
    window.showSettings();
  }

  @Override
  public void help() {
    window.showHelp();
  }
}
