package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.causality.seen.SeenByView;
import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The history of the workspace.
///
/// Thread: FX.
public final class HistoryPage implements Page {
  private final WorkspaceModel workspace;
  private final Texts texts;
  private final Desk desk;
  private final Frame frame;
  private final HistoryViewModel model;
  private final HistoryView view;
  private final FleetModel fleets;

  /// @param looked the change that is looked at; shared with other views of changes
  /// @param sought a change that is to be shown, however old it is; null once it is
  public HistoryPage(
      WorkspaceModel workspace,
      Desk desk,
      Frame frame,
      ObjectProperty<@Nullable ChangeRef> looked,
      ObjectProperty<@Nullable ChangeRef> sought) {
    this.workspace = workspace;
    this.texts = desk.texts();
    this.desk = desk;
    this.frame = frame;
    this.model = new HistoryViewModel(workspace, texts, desk.moments());
    model.follow(looked, sought);
    this.fleets = new FleetModel(workspace);
    this.view = new HistoryView(model, texts, new DetailWishes(), this::export);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void focus() {
    view.list().requestFocus();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of(
                "history-see",
                Group.HISTORY,
                texts.of("history.see"),
                Feather.CLOCK,
                () -> onSelected(new DetailWishes()::see))
            .on("Shortcut+T")
            .when(this::isSelected),
        Command.of(
                "history-restore",
                Group.HISTORY,
                texts.of("history.restore"),
                Feather.ROTATE_CCW,
                () -> onSelected(change -> restore(change, Optional.empty())))
            .when(this::isSelected),
        Command.of(
                "history-diagram",
                Group.HISTORY,
                texts.of("history.diagram"),
                Feather.GIT_BRANCH,
                () -> onSelected(change -> frame.showInDiagram(change.ref())))
            .when(this::isSelected),
        Command.of(
            "history-export",
            Group.HISTORY,
            texts.of("historyExport.command"),
            Feather.UPLOAD,
            this::export),
        Command.of(
                "history-search",
                Group.HISTORY,
                texts.of("history.search.command"),
                Feather.SEARCH,
                view::focusSearch)
            .on("Shortcut+F"));
  }

  @Override
  public void close() {
    model.close();
    fleets.close();
  }

  private boolean isSelected() {
    return model.selectedProperty().get() != null;
  }

  private void onSelected(Consumer<LogEntry> action) {
    HistoryRow.Entry row = model.selectedProperty().get();
    if (row != null) {
      action.accept(row.change());
    }
  }

  private void export() {
    new HistoryExportDialog(
            new HistoryExportViewModel(
                model.history(), model.query(HistoryViewModel.PAGE), workspace.ui(), texts),
            texts,
            frame,
            model.isFiltered())
        .show();
  }

  private void restore(LogEntry change, Optional<EntityId> entity) {
    new RestoreDialog(
            new RestoreViewModel(workspace, texts, desk.moments(), change, entity), texts, frame)
        .show();
  }

  /// Whoever has the last operation of a change has all of it.
  static Dot last(LogEntry change) {
    return new Dot(change.author(), change.first() + change.operations().size() - 1);
  }

  private final class DetailWishes implements ChangeDetailView.Wishes {
    @Override
    public void see(LogEntry change) {
      workspace.timeTravel().go(change);
      frame.show(Section.FLAGS);
    }

    @Override
    public void restore(LogEntry change, Optional<EntityId> entity) {
      HistoryPage.this.restore(change, entity);
    }

    @Override
    public void putBack(LogEntry change, Difference difference) {
      PutBack.in(workspace, texts, difference);
    }

    @Override
    public void openFlag(String key) {
      frame.editFlag(key);
    }

    @Override
    public void showInDiagram(LogEntry change) {
      frame.showInDiagram(change.ref());
    }

    @Override
    public Node seenBy(LogEntry change) {
      return new SeenByView(fleets.fleetProperty(), last(change), texts, desk.moments());
    }

    @Override
    public boolean isThere(EntityId entity) {
      return workspace.workspace().exists(entity);
    }
  }
}
