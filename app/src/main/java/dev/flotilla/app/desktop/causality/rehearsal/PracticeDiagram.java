package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Episodes;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.diagram.DiagramWords;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.words.ApartWords;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.time.Duration;
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
        Subscription.combine(
            causality
                .conflictsProperty()
                .subscribe(now -> view.conflictsProperty().set(now.keySet())),
            causality
                .historyProperty()
                .subscribe(now -> {
                  view.diagramProperty().set(laidOut(now));
                  view.showApart(now, Episodes.of(now, Duration.ZERO));
                }));
    getChildren().setAll(view);
  }

  private SpaceTime laidOut(CausalHistory history) {
    Set<ChangeRef> done =
        model.rehearsal().done().stream().map(LogEntry::ref).collect(Collectors.toSet());
    Wanted wanted = Wanted.ALL.only(event -> done.contains(event.ref())).open(true);
    return SpaceTimeLayout.of(history, wanted);
  }

  private final class Words implements MarkWords {
    private final CausalityModel causality;
    private final DiagramWords words;

    Words(CausalityModel causality) {
      this.causality = causality;
      this.words =
          new DiagramWords(
              desk.texts(),
              desk.moments(),
              causality.historyProperty()::get,
              causality::headline,
              _ -> "");
    }

    @Override
    public String headline(Event event) {
      return words.headline(event);
    }

    @Override
    public String time(Event event) {
      return words.time(event);
    }

    @Override
    public String spoken(Event event, Optional<Event> compared) {
      return words.spoken(event, compared);
    }

    /// Who was apart, rather than when: all of it happens within minutes.
    @Override
    public String apart(Apart apart) {
      CausalHistory history = causality.historyProperty().get();
      EventWords events =
          new EventWords(desk.texts(), desk.moments(), history, causality::headline);
      return new ApartWords(desk.texts(), desk.moments(), events).line(apart);
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
