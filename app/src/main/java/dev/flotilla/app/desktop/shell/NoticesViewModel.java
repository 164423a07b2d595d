package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What everybody who looks at the workspace must know: that it is still loading, and the alarms of
/// its replica. An alarm that was hidden stays hidden until the window is opened again; the command
/// line's `status` still tells it.
///
/// Thread: FX.
final class NoticesViewModel {
  /// @param canBeHidden whether it stays until somebody has read it
  record Item(Notice.Tone tone, String sentence, boolean canBeHidden) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final Set<String> hidden = new HashSet<>();
  private final ObservableList<Item> items = FXCollections.observableArrayList();

  NoticesViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    model.workspaceProperty().subscribe(_ -> look());
    model.peersProperty().subscribe(_ -> look());
    // Not every alarm comes with a change: a full disk, a clock that is wrong.
    moments.passedProperty().subscribe(_ -> look());
  }

  /// Most urgent first.
  ObservableList<Item> items() {
    return items;
  }

  /// Somebody has read it.
  void hide(Item item) {
    hidden.add(item.sentence());
    look();
  }

  private void look() {
    List<Item> now = new ArrayList<>();
    if (model.open().isLoading()) {
      now.add(new Item(Notice.Tone.NEUTRAL, texts.of("notice.loading"), false));
    }
    for (String alarm : model.open().alarms()) {
      if (!hidden.contains(alarm)) {
        now.add(new Item(Notice.Tone.WARNING, alarm, true));
      }
    }
    if (!now.equals(items)) {
      items.setAll(now);
    }
  }
}
