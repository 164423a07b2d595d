package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The diagram of all that happened, with what is to be said about the change that is looked at.
///
/// Thread: FX.
public final class DiagramPage implements Page {
  private final BorderPane node = new BorderPane();
  private final SpaceTimeView view;

  public DiagramPage(CausalityModel model, Desk desk, Frame frame) {
    this.view = new SpaceTimeView(desk.texts(), new Words(model, desk));
    view.setId("diagram-view");
    view.selectedProperty().bindBidirectional(model.selectedProperty());
    view.comparedProperty().bindBidirectional(model.comparedProperty());
    view.hoveredProperty().bindBidirectional(model.hoveredProperty());
    model
        .historyProperty()
        .subscribe(now -> view.diagramProperty().set(SpaceTimeLayout.of(now, Wanted.ALL)));
    node.setCenter(view);
  }

  private record Words(CausalityModel model, Desk desk) implements MarkWords {
    @Override
    public String headline(Event event) {
      return model.headline(event);
    }

    @Override
    public String time(Event event) {
      return desk.moments().timeOfDay(event.time());
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    view.requestFocus();
  }
}
