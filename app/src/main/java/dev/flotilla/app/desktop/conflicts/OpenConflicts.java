package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The conflicts that wait for a decision, with the selected one; or that there are none.
///
/// Thread: FX.
final class OpenConflicts implements Page, InboxView.Wishes {
  private final Texts texts;
  private final Frame frame;
  private final InboxViewModel model;
  private final InboxView inbox;
  private final StackPane node;

  OpenConflicts(ConflictsViewModel conflicts, Frame frame) {
    this.texts = conflicts.texts();
    this.frame = frame;
    this.model = new InboxViewModel(conflicts);
    this.inbox = new InboxView(model, this);
    EmptyState empty =
        new EmptyState(
            Feather.CHECK, texts.of("conflicts.empty.title"), texts.of("conflicts.empty.text"));
    empty.setId("inbox-empty");
    BooleanBinding isEmpty = Bindings.isEmpty(conflicts.conflicts());
    Regions.shownWhile(empty, isEmpty);
    Regions.shownWhile(inbox, isEmpty.not());
    this.node = new StackPane(inbox, empty);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    inbox.list().requestFocus();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of(
                "inbox-search",
                Group.TEAM,
                texts.of("inbox.search.command"),
                Feather.SEARCH,
                inbox::focusSearch)
            .on("Shortcut+F"),
        Command.of(
                "inbox-several",
                Group.TEAM,
                texts.of("inbox.several"),
                Feather.CHECK_SQUARE,
                this::several)
            .when(() -> !model.shown().isEmpty()));
  }

  @Override
  public void several() {
    List<ConflictView> shown =
        model.shown().stream().flatMap(entry -> entry.conflicts().stream()).toList();
    List<ReplicaId> authors =
        shown.stream()
            .flatMap(conflict -> conflict.options().stream())
            .map(option -> option.alternative().author())
            .distinct()
            .sorted(Comparator.comparing(author -> !model.model().people().isOwn(author)))
            .toList();
    new BulkDialog(new BulkViewModel(model.model(), texts, shown), texts, frame, authors).show();
  }

  @Override
  public Node detail(InboxViewModel.Looked looked) {
    InboxEntry entry = looked.entry();
    return entry == null ? new StackPane() : new DecisionView(entry, looked, model, frame);
  }
}
