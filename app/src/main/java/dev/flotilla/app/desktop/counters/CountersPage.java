package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The counters of the workspace.
public final class CountersPage implements Page {
  private final CountersViewModel model;
  private final CountersView view;
  private final Texts texts;

  public CountersPage(WorkspaceModel model, Desk desk) {
    this.model = new CountersViewModel(model, desk.texts());
    this.view = new CountersView(this.model, desk);
    this.texts = desk.texts();
  }

  @Override
  public Node node() {
    return view.node();
  }

  @Override
  public void focus() {
    view.focusList();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of(
            "counter.new",
            Command.Group.COUNTERS,
            texts.of("counters.new"),
            Feather.PLUS,
            view::focusNew),
        onOpen("counter.plus", "counters.plus", Feather.PLUS, form -> form.add(1)),
        onOpen("counter.minus", "counters.minus", Feather.MINUS, form -> form.add(-1)),
        onOpen("counter.delete", "counters.delete", Feather.TRASH_2, model::delete));
  }

  private Command onOpen(String id, String key, Feather icon, Consumer<CounterForm> action) {
    Runnable run =
        () -> {
          CounterForm form = model.openProperty().get();
          if (form != null) {
            action.accept(form);
          }
        };
    return Command.of(id, Command.Group.COUNTERS, texts.of(key), icon, run)
        .when(() -> model.openProperty().get() != null);
  }

  @Override
  public void close() {
    view.end();
    model.close();
  }
}
