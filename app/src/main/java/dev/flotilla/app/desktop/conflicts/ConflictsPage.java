package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The conflicts that wait for a decision, over the whole middle.
///
/// Thread: FX.
public final class ConflictsPage implements Page {
  private final Texts texts;
  private final InboxViewModel model;
  private final InboxView inbox;
  private final BorderPane node = new BorderPane();

  public ConflictsPage(ConflictsViewModel conflicts, Desk desk, Frame frame) {
    this.texts = desk.texts();
    this.model = new InboxViewModel(conflicts);
    this.inbox = new InboxView(model, new Wishes(frame));
    node.setId("inbox");
    node.setMinWidth(0);
    node.setTop(head());
    EmptyState empty =
        new EmptyState(
            Feather.CHECK, texts.of("conflicts.empty.title"), texts.of("conflicts.empty.text"));
    empty.setId("inbox-empty");
    BooleanBinding isEmpty = Bindings.isEmpty(conflicts.conflicts());
    Regions.shownWhile(empty, isEmpty);
    Regions.shownWhile(inbox, isEmpty.not());
    node.setCenter(new StackPane(inbox, empty));
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
            .on("Shortcut+F"));
  }

  private Node head() {
    Label count = Labels.of("", "badge", "alarming");
    count.textProperty().bind(model.conflicts().countProperty().asString());
    Regions.shownWhile(count, model.conflicts().countProperty().greaterThan(0));
    HBox head = new HBox(Space.SMALL, Labels.of(texts.of("inbox.title"), "page-title"), count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("inbox-top");
    return head;
  }

  private final class Wishes implements InboxView.Wishes {
    private final Frame frame;

    Wishes(Frame frame) {
      this.frame = frame;
    }

    @Override
    public Node detail(InboxViewModel.Looked looked) {
      InboxEntry entry = looked.entry();
      return entry == null ? new StackPane() : new DecisionView(entry, looked, model, frame);
    }
  }
}
