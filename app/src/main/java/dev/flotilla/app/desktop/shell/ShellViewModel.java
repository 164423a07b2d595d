package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.conflicts.ConflictsViewModel;
import dev.flotilla.app.desktop.editor.FlagEditorViewModel;
import dev.flotilla.app.desktop.environments.EnvironmentsViewModel;
import dev.flotilla.app.desktop.filter.FilterModel;
import dev.flotilla.app.desktop.filter.FlagFilter;
import dev.flotilla.app.desktop.flags.FlagTableViewModel;
import dev.flotilla.app.desktop.folders.FoldersViewModel;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.peers.PeersViewModel;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Flag;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What a window of a workspace shows: the section in the middle, the panel at the side, and the
/// editor of the selected flag.
///
/// Thread: FX.
final class ShellViewModel implements AutoCloseable {
  /// What the side shows.
  enum Panel {
    CLOSED,
    FLAG,
    HISTORY,
    SEEN,
    CONFLICTS,
    PEERS
  }

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final FlagTableViewModel flags;
  private final FilterModel filter;
  private final ConflictsViewModel conflicts;
  private final PeersViewModel peers;
  private final NoticesViewModel notices;
  private @Nullable CausalityModel causality;
  private final FoldersViewModel folders;
  private final EnvironmentsViewModel environments;
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.FLAGS);
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.CLOSED);
  private final ReadOnlyObjectWrapper<@Nullable FlagEditorViewModel> editor =
      new ReadOnlyObjectWrapper<>();

  ShellViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.flags = new FlagTableViewModel(model, texts, moments);
    this.filter = new FilterModel(model, texts, moments);
    this.conflicts = new ConflictsViewModel(model, texts, moments);
    this.peers = new PeersViewModel(model, texts, moments);
    this.notices = new NoticesViewModel(model, texts, moments);
    this.folders = new FoldersViewModel(model, texts);
    this.environments = new EnvironmentsViewModel(model, texts);
    flags.selectedProperty().subscribe(this::openEditor);
    flags.onOpen(this::openFlag);
    flags.onEdit(this::editFlag);
    filter.filterProperty().subscribe(_ -> narrow());
    folders.scopeProperty().subscribe(_ -> narrow());
    flags.onShowAll(this::showAll);
  }

  WorkspaceModel model() {
    return model;
  }

  FlagTableViewModel flags() {
    return flags;
  }

  FilterModel filter() {
    return filter;
  }

  ConflictsViewModel conflicts() {
    return conflicts;
  }

  PeersViewModel peers() {
    return peers;
  }

  /// Made when it is asked for first: it reads the log.
  CausalityModel causality() {
    CausalityModel known = causality;
    if (known == null) {
      known = new CausalityModel(model, texts);
      causality = known;
    }
    return known;
  }

  NoticesViewModel notices() {
    return notices;
  }

  FoldersViewModel folders() {
    return folders;
  }

  EnvironmentsViewModel environments() {
    return environments;
  }

  ObjectProperty<Section> sectionProperty() {
    return section;
  }

  ObjectProperty<Panel> panelProperty() {
    return panel;
  }

  ReadOnlyObjectProperty<@Nullable FlagEditorViewModel> editorProperty() {
    return editor.getReadOnlyProperty();
  }

  /// Shows a flag in table and editor.
  void openFlag(String key) {
    section.set(Section.FLAGS);
    flags.selectedProperty().set(key);
    panel.set(Panel.FLAG);
  }

  /// Shows a flag over the whole middle.
  void editFlag(String key) {
    flags.selectedProperty().set(key);
    section.set(Section.FLAG);
  }

  /// Opens the panel, or closes it if it is open.
  void toggle(Panel wanted) {
    panel.set(panel.get() == wanted ? Panel.CLOSED : wanted);
  }

  void closePanel() {
    panel.set(Panel.CLOSED);
    // A flag over the whole middle stays there.
    if (section.get() != Section.FLAG) {
      flags.selectedProperty().set("");
    }
  }

  @Override
  public void close() {
    openEditor("");
    filter.close();
    CausalityModel log = causality;
    if (log != null) {
      log.close();
    }
    model.close();
  }

  /// The table shows what is in the chosen folder and what the query asks for.
  private void narrow() {
    FlagFilter wanted = filter.filterProperty().get();
    Predicate<Flag> scope = folders.scopeProperty().get();
    flags.archivedProperty().set(filter.asksForArchived());
    flags
        .filterProperty()
        .set(
            folders.chosenProperty().get().isEmpty()
                ? wanted
                : row -> scope.test(row.flag()) && wanted.test(row));
  }

  private void showAll() {
    filter.queryProperty().set("");
    folders.chosenProperty().set("");
  }

  private void openEditor(String key) {
    FlagEditorViewModel before = editor.get();
    if (before != null) {
      before.close();
    }
    editor.set(
        model
            .workspace()
            .flag(key)
            .map(flag -> new FlagEditorViewModel(model, flag, texts, moments))
            .orElse(null));
    boolean shown =
        switch (panel.get()) {
          case FLAG, HISTORY, SEEN -> true;
          case CLOSED, CONFLICTS, PEERS -> false;
        };
    if (editor.get() == null && shown) {
      panel.set(Panel.CLOSED);
    } else if (editor.get() != null && !shown) {
      panel.set(Panel.FLAG);
    }
  }
}
