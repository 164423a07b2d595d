package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The diagram of a rehearsal: the same as that of the window, without how the sample came to be.
final class PracticeDiagram extends StackPane implements AutoCloseable {
  private final RehearsalViewModel model;
  private final Desk desk;
  private final Subscription subscription;
  private @Nullable Subscription looking;

  PracticeDiagram(RehearsalViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    setMinSize(0, 0);
    getStyleClass().add("practice-diagram");
    this.subscription = model.causalityProperty().subscribe(this::look);
  }

  private void look(CausalityModel causality) {
    if (looking != null) {
      looking.unsubscribe();
    }
    SpaceTimeView view = new SpaceTimeView(desk.texts(), new Words(causality));
    view.setId(Ids.DIAGRAM);
    view.selectedProperty().bindBidirectional(causality.selectedProperty());
    view.comparedProperty().bindBidirectional(causality.comparedProperty());
    view.hoveredProperty().bindBidirectional(causality.hoveredProperty());
    looking =
        causality.historyProperty().subscribe(now -> view.diagramProperty().set(laidOut(now)));
    getChildren().setAll(view);
  }

  private dev.flotilla.app.causality.layout.SpaceTime laidOut(CausalHistory history) {
    Set<ChangeRef> done =
        model.rehearsal().done().stream().map(LogEntry::ref).collect(Collectors.toSet());
    Wanted wanted = Wanted.ALL.only(event -> done.contains(event.ref())).open(true);
    return SpaceTimeLayout.of(history, wanted);
  }

  private final class Words implements MarkWords {
    private final CausalityModel causality;

    Words(CausalityModel causality) {
      this.causality = causality;
    }

    @Override
    public String headline(Event event) {
      return causality.headline(event);
    }

    @Override
    public String time(Event event) {
      return desk.moments().timeOfDay(event.time());
    }

    @Override
    public String spoken(Event event, Optional<Event> compared) {
      CausalHistory history = causality.historyProperty().get();
      EventWords words = new EventWords(desk.texts(), desk.moments(), history, causality::headline);
      int index = history.find(event.ref()).orElse(-1);
      return index < 0 ? headline(event) : words.spoken(index);
    }

    @Override
    public String note(Lane lane) {
      return model.sceneProperty().get().cards().stream()
          .filter(card -> card.name().equals(lane.machine()) && !card.ahead().isZero())
          .findFirst()
          .map(card -> desk.texts().of("rehearsal.clock", card.ahead().toMinutes()))
          .orElse("");
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    if (looking != null) {
      looking.unsubscribe();
    }
  }
}
