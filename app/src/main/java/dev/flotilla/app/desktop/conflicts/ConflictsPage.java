package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.causality.journal.JournalPage;
import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.ViewTab;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The conflicts that wait for a decision, over the whole middle, and what merged by itself.
///
/// Thread: FX.
public final class ConflictsPage implements Page {
  /// The views.
  public enum View {
    /// What waits for a decision.
    OPEN,
    /// What was decided lately.
    DECIDED,
    /// What needed none.
    JOURNAL
  }

  private final Texts texts;
  private final WorkspaceModel workspace;
  private final Desk desk;
  private final Frame frame;
  private final ConflictsViewModel conflicts;
  private final OpenConflicts open;
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.OPEN);
  private final Map<View, Page> made = new EnumMap<>(View.class);
  private final BorderPane node = new BorderPane();

  public ConflictsPage(ConflictsViewModel conflicts, Desk desk, Frame frame) {
    this.texts = desk.texts();
    this.workspace = conflicts.model();
    this.desk = desk;
    this.frame = frame;
    this.conflicts = conflicts;
    this.open = new OpenConflicts(conflicts, frame);
    node.setId("inbox");
    node.setMinWidth(0);
    node.setTop(head());
    view.subscribe(now -> node.setCenter(page(now).node()));
    // Whoever wants a conflict wants to see it.
    conflicts
        .selectedProperty()
        .subscribe(id -> {
          if (!id.isEmpty()) {
            view.set(View.OPEN);
          }
        });
  }

  /// Which view is shown.
  public ObjectProperty<View> viewProperty() {
    return view;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    page(view.get()).focus();
  }

  @Override
  public List<Command> commands() {
    return page(view.get()).commands();
  }

  @Override
  public void close() {
    made.values().forEach(Page::close);
  }

  private Page page(View wanted) {
    return made.computeIfAbsent(
        wanted,
        one ->
            switch (one) {
              case OPEN -> open;
              case DECIDED -> new DecidedPage(conflicts, frame);
              case JOURNAL -> new JournalPage(workspace, desk, frame);
            });
  }

  private Node head() {
    HBox head = new HBox(Space.TIGHT, Labels.of(texts.of("inbox.title"), "page-title"));
    head.getChildren().add(Regions.spring());
    for (View one : View.values()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      ToggleButton tab = ViewTab.of("inbox-tab-" + name, texts.of("inbox.tab." + name), one, view);
      if (one == View.OPEN) {
        Label count = Labels.of("", "badge", "alarming");
        count.textProperty().bind(conflicts.countProperty().asString());
        Regions.shownWhile(count, conflicts.countProperty().greaterThan(0));
        tab.setGraphic(count);
        tab.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      }
      head.getChildren().add(tab);
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("inbox-top");
    return head;
  }
}
