package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who made a change when, and what it is called.
final class EventCard extends VBox {
  EventCard(EventWords words, int index, Moments moments) {
    super(Space.SMALL);
    getStyleClass().add("event-card");
    Event event = words.history().event(index);
    Label who = Labels.of(words.machine(index), "medium");
    who.setMinWidth(0);
    Label number = Labels.of(words.number(index), "mono", "soft");
    number.setMinWidth(Label.USE_PREF_SIZE);
    Avatar avatar = new Avatar(event.machine());
    avatar.tint(words.hues().getOrDefault(event.machine(), Hue.of(event.machine())));
    HBox by = new HBox(Space.SMALL, avatar, who, Regions.spring(), number);
    by.setAlignment(Pos.CENTER_LEFT);
    Label when = Labels.of("", "small", "soft");
    when.textProperty()
        .bind(moments.live(event.time()).map(ago -> words.time(index) + " · " + ago));
    when.setTooltip(new Tooltip(moments.exact(event.time())));
    getChildren().addAll(by, Labels.wrapped(words.headline(index), "event-headline"), when);
  }
}
