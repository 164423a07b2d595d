package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.causality.words.ApartWords;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// When machines were apart, the newest first, each with the way to where that is in the diagram.
///
/// Thread: FX.
final class ApartList extends VBox {
  private static final int SHOWN = 3;

  private final Desk desk;
  private final Texts texts;
  private final Function<Event, String> headlines;
  private final Consumer<ChangeRef> reveal;
  private final SimpleBooleanProperty any = new SimpleBooleanProperty();

  /// @param reveal brings a change into view
  ApartList(Desk desk, Function<Event, String> headlines, Consumer<ChangeRef> reveal) {
    super(Space.SMALL);
    this.desk = desk;
    this.texts = desk.texts();
    this.headlines = headlines;
    this.reveal = reveal;
    setId("diagram-apart");
    getStyleClass().add("apart-list");
    setMinHeight(USE_PREF_SIZE);
    Regions.shownWhile(this, any);
  }

  /// @param of the history that they were found in
  void show(CausalHistory of, List<Apart> found) {
    any.set(!found.isEmpty());
    getChildren().setAll(Labels.wrapped(texts.of("apart.count", (long) found.size()), "medium"));
    EventWords events = new EventWords(texts, desk.moments(), of, headlines);
    ApartWords words = new ApartWords(texts, desk.moments(), events);
    found.reversed().stream()
        .limit(SHOWN)
        .forEach(apart -> getChildren().add(item(of, apart, words)));
    if (found.size() > SHOWN) {
      long more = (long) found.size() - SHOWN;
      getChildren().add(Labels.wrapped(texts.of("apart.more", more), "small", "faint"));
    }
  }

  private Node item(CausalHistory of, Apart apart, ApartWords words) {
    Label title = Labels.wrapped(words.title(apart), "medium");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    int first = apart.sides().getFirst().events().getFirst();
    Button show = Buttons.quiet("apart-" + first, texts.of("apart.show"));
    String all = String.join("\n", words.sentences(apart));
    show.setAccessibleText(texts.of("apart.show.name", words.title(apart), all));
    show.setTooltip(new Tooltip(all));
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(_ -> reveal.accept(of.event(first).ref()));
    HBox head = new HBox(Space.SMALL, title, show);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox item = new VBox(head, Labels.wrapped(words.line(apart), "small", "soft"));
    item.getStyleClass().add("apart-item");
    return item;
  }
}
