package dev.flotilla.app.desktop.causality.canvas;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The colours of all tones in the theme that is shown: an invisible node whose backgrounds the
/// style sheet lists in the order of [Tone].
///
/// Thread: FX.
final class Inks extends Region {
  private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
  private Runnable then = () -> {};

  Inks() {
    getStyleClass().setAll("inks");
    setManaged(false);
    setMouseTransparent(true);
    resize(0, 0);
    backgroundProperty().subscribe(this::read);
  }

  /// What happens when the colours changed.
  void onChange(Runnable newThen) {
    then = newThen;
  }

  /// The colour of a tone; black before the style sheets were read.
  Color color(Tone tone) {
    return colors.getOrDefault(tone, Color.BLACK);
  }

  private void read(@Nullable Background list) {
    if (list != null && list.getFills().size() == Tone.values().length) {
      Iterator<BackgroundFill> fills = list.getFills().iterator();
      for (Tone tone : Tone.values()) {
        if (fills.next().getFill() instanceof Color color) {
          colors.put(tone, color);
        }
      }
      then.run();
    }
  }
}
