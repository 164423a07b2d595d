package dev.flotilla.app.desktop.causality;

import dev.flotilla.app.desktop.causality.diagram.DiagramPage;
import dev.flotilla.app.desktop.causality.machines.MachinesPage;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.rehearsal.RehearsalPage;
import dev.flotilla.app.desktop.causality.whatif.MergePage;
import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.ViewTab;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Who had seen what, in several views. Each is made when it is shown first, and then kept.
///
/// Thread: FX.
public final class CausalityPage implements Page {
  /// The views.
  public enum View {
    DIAGRAM,
    MACHINES,
    MERGE,
    REHEARSAL
  }

  private final CausalityModel model;
  private final Desk desk;
  private final Frame frame;
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.DIAGRAM);
  private final Map<View, Page> made = new EnumMap<>(View.class);
  private final BorderPane node = new BorderPane();

  public CausalityPage(CausalityModel model, Desk desk, Frame frame) {
    this.model = model;
    this.desk = desk;
    this.frame = frame;
    node.setId("causality");
    node.getStyleClass().add("causality");
    node.setMinWidth(0);
    node.setTop(head(desk.texts()));
    view.subscribe(now -> node.setCenter(page(now).node()));
    model.wantedProperty().subscribe(this::draw);
    model.aboutProperty().subscribe(this::draw);
  }

  /// Which view is shown.
  public ObjectProperty<View> viewProperty() {
    return view;
  }

  /// Shows the rehearsal with the two-minute course.
  public void showCourse() {
    view.set(View.REHEARSAL);
    if (page(View.REHEARSAL) instanceof RehearsalPage rehearsal) {
      rehearsal.startCourse();
    }
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

  /// What is asked for elsewhere is shown in the diagram.
  private void draw(@Nullable Object wanted) {
    if (wanted != null) {
      view.set(View.DIAGRAM);
    }
  }

  private Page page(View wanted) {
    return made.computeIfAbsent(wanted, this::make);
  }

  private Page make(View wanted) {
    return switch (wanted) {
      case DIAGRAM -> new DiagramPage(model, desk, frame);
      case MACHINES -> new MachinesPage(model, desk, frame);
      case MERGE -> new MergePage(model, desk, frame);
      case REHEARSAL ->
          new RehearsalPage(model.workspace().ui(), desk, () -> view.set(View.DIAGRAM));
    };
  }

  private Node head(Texts texts) {
    HBox tabs = new HBox(Space.TIGHT);
    tabs.getStyleClass().add("causality-tabs");
    for (View one : View.values()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      tabs.getChildren()
          .add(ViewTab.of("causality-" + name, texts.of("causality.view." + name), one, view));
    }
    HBox head =
        new HBox(
            Space.MEDIUM,
            Labels.of(texts.of("causality.title"), "page-title"),
            Regions.spring(),
            tabs);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("causality-top");
    return head;
  }
}
