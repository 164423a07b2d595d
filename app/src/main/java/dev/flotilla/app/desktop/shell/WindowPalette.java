package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.command.Commands;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.palette.Destinations;
import dev.flotilla.app.desktop.palette.PaletteModel;
import dev.flotilla.app.desktop.palette.PaletteView;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/// Opens the command palette over a window, and goes where it leads.
final class WindowPalette implements Destinations {
  private static final Insets MARGIN = new Insets(72, 0, 72, 0);

  private final ShellViewModel shell;
  private final Commands commands;
  private final SavedViews views;
  private final Desk desk;

  WindowPalette(ShellViewModel shell, Commands commands, SavedViews views, Desk desk) {
    this.shell = shell;
    this.commands = commands;
    this.views = views;
    this.desk = desk;
  }

  void show(ModalPane modal, Runnable onClose) {
    PaletteModel model = new PaletteModel(commands, shell.model().workspace(), views, this, desk);
    PaletteView palette = new PaletteView(model, desk.texts(), onClose);
    StackPane.setMargin(palette, MARGIN);
    modal.setAlignment(Pos.TOP_CENTER);
    modal.show(palette);
    palette.first().requestFocus();
  }

  @Override
  public void flag(String key) {
    shell.openFlag(key);
  }

  @Override
  public void query(String query) {
    shell.sectionProperty().set(Section.FLAGS);
    shell.filter().queryProperty().set(query);
  }

  @Override
  public void tagSet(String key) {
    shell.sectionProperty().set(Section.TAG_SETS);
  }
}
