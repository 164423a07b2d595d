package dev.flotilla.app.desktop.causality.seen;

import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.crdt.Dot;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who has a change: a full disc for each machine that has it, a hollow one for each that is not
/// known to have it, and the sentence. Follows what becomes known while it is shown.
///
/// Thread: FX.
public final class SeenByView extends VBox {
  private static final int DISCS_MAX = 10;

  private final ObservableValue<KnownFleet> fleet;
  private final Dot dot;
  private final Texts texts;
  private final Moments moments;
  private final boolean hasDiscs;
  private Map<String, Hue> hues = Map.of();
  private @Nullable Subscription following;

  /// Of the change that made an operation.
  public SeenByView(ObservableValue<KnownFleet> fleet, Dot dot, Texts texts, Moments moments) {
    this(fleet, dot, texts, moments, true);
  }

  /// The sentence alone, for where there is little room.
  public static SeenByView line(
      ObservableValue<KnownFleet> fleet, Dot dot, Texts texts, Moments moments) {
    return new SeenByView(fleet, dot, texts, moments, false);
  }

  private SeenByView(
      ObservableValue<KnownFleet> fleet, Dot dot, Texts texts, Moments moments, boolean hasDiscs) {
    super(Space.SMALL);
    this.hasDiscs = hasDiscs;
    this.fleet = fleet;
    this.dot = dot;
    this.texts = texts;
    this.moments = moments;
    getStyleClass().add("seen-by");
    show();
    sceneProperty().subscribe(scene -> follow(scene != null));
  }

  /// Colours machines as the picture beside this does.
  ///
  /// @param newHues by name; machines that are not in it have their own
  public void tint(Map<String, Hue> newHues) {
    hues = Map.copyOf(newHues);
    show();
  }

  private void follow(boolean isShown) {
    if (following != null) {
      following.unsubscribe();
      following = null;
    }
    if (isShown) {
      following =
          Subscription.combine(
              fleet.subscribe(_ -> show()), moments.passedProperty().subscribe((_, _) -> show()));
    }
  }

  private void show() {
    SeenBy seen = SeenBy.of(fleet.getValue(), dot, texts, moments);
    Label sentence = Labels.wrapped(seen.sentence(), "small", "seen-by-sentence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox line =
        new HBox(
            Space.SMALL,
            seen.isEverywhere()
                ? Icons.of(Feather.CHECK_CIRCLE, "icon-success", "seen-icon")
                : Icons.of(Feather.CLOCK, "icon-warning", "seen-icon"),
            sentence);
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().setAll(line);
    if (hasDiscs) {
      getChildren().addFirst(discs(seen));
    }
    setVisible(!seen.sentence().isEmpty());
    setManaged(isVisible());
  }

  private FlowPane discs(SeenBy seen) {
    FlowPane discs = new FlowPane(Space.TIGHT, Space.TIGHT);
    seen.having().stream().limit(DISCS_MAX).forEach(one -> discs.getChildren().add(disc(one)));
    if (seen.having().size() > DISCS_MAX) {
      discs.getChildren().add(more(seen.having().size() - DISCS_MAX));
    }
    seen.lacking().stream().limit(DISCS_MAX).forEach(one -> discs.getChildren().add(hollow(one)));
    if (seen.lacking().size() > DISCS_MAX) {
      discs.getChildren().add(more(seen.lacking().size() - DISCS_MAX));
    }
    return discs;
  }

  private Label disc(KnownMachine machine) {
    Avatar avatar = avatar(machine);
    avatar.setTooltip(new Tooltip(texts.of("seen.by.has", machine.name())));
    return avatar;
  }

  private Label hollow(KnownMachine machine) {
    Avatar avatar = avatar(machine);
    avatar.getStyleClass().add("hollow");
    avatar.setTooltip(new Tooltip(SeenBy.missing(machine, texts, moments)));
    return avatar;
  }

  private Avatar avatar(KnownMachine machine) {
    Avatar avatar = new Avatar(machine.name());
    avatar.tint(hues.getOrDefault(machine.name(), Hue.of(machine.name())));
    return avatar;
  }

  private Label more(int count) {
    return Labels.of(texts.of("seen.by.moreDiscs", count), "small", "soft");
  }
}
