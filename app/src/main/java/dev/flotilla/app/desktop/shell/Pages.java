package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.causality.CausalityPage;
import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.conflicts.ConflictsPage;
import dev.flotilla.app.desktop.counters.CountersPage;
import dev.flotilla.app.desktop.editor.FlagPage;
import dev.flotilla.app.desktop.history.HistoryPage;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.tagsets.TagSetsPage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.StackPane;

/// The middle of the window: the page of the section that is shown. A page is made when it is shown
/// first, and then kept with its scroll position and its drafts.
///
/// Thread: FX.
final class Pages extends StackPane implements AutoCloseable {
  private final ShellViewModel shell;
  private final Desk desk;
  private final Frame frame;
  private final FlagsPage flags;
  private final Map<Section, Page> made = new EnumMap<>(Section.class);

  Pages(ShellViewModel shell, Desk desk, Frame frame, FlagsPage flags) {
    this.shell = shell;
    this.desk = desk;
    this.frame = frame;
    this.flags = flags;
    getStyleClass().add("page");
    shell.sectionProperty().subscribe(section -> getChildren().setAll(page(section).node()));
  }

  /// The page that is shown.
  Page current() {
    return page(shell.sectionProperty().get());
  }

  /// Shows the course, if who had seen what is shown.
  void showCourse() {
    if (current() instanceof CausalityPage causality) {
      causality.showCourse();
    }
  }

  List<Command> commands() {
    return current().commands();
  }

  @Override
  public void close() {
    made.values().forEach(Page::close);
  }

  private Page page(Section section) {
    return made.computeIfAbsent(section, this::make);
  }

  private Page make(Section section) {
    return switch (section) {
      case FLAGS -> flags;
      case COUNTERS -> new CountersPage(shell.model(), desk);
      case HISTORY ->
          new HistoryPage(
              shell.model(),
              desk,
              frame,
              shell.causality().selectedProperty(),
              shell.causality().soughtProperty());
      case FLAG -> new FlagPage(shell.editorProperty(), desk, frame, new FlagWishes());
      case CONFLICTS -> new ConflictsPage(shell.conflicts(), desk, frame);
      case CAUSALITY -> new CausalityPage(shell.causality(), desk, frame);
      case TAG_SETS -> new TagSetsPage(shell.model(), desk, frame);
    };
  }

  private final class FlagWishes implements FlagPage.Wishes {
    @Override
    public void delete() {
      shell.flags().deleteSelected();
    }

    @Override
    public void showConflicts() {
      shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS);
    }
  }
}
