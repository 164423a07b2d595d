package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.desktop.theme.Fonts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide texts are, and what of them fits. Remembers what was asked last.
///
/// Thread: FX.
final class TextWidths {
  private static final int REMEMBERED = 4096;
  private static final String MORE = "…";

  private record Key(String text, Face face) {}

  private record Fit(String text, Face face, int room, boolean isAbridged) {}

  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
  private final Map<Key, Double> widths = remembering();
  private final Map<Fit, String> fitting = remembering();
  private final Text ruler = new Text();

  TextWidths() {
    Fonts.load();
    for (Face face : Face.values()) {
      fonts.put(face, new Font(face.family(), face.size()));
    }
  }

  private static <K, V> Map<K, V> remembering() {
    return new LinkedHashMap<>(256, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  Font font(Face face) {
    return java.util.Objects.requireNonNull(fonts.get(face));
  }

  double of(String text, Face face) {
    return widths.computeIfAbsent(new Key(text, face), this::measured);
  }

  /// The text, or as much of its beginning as there is room for; empty if that is nothing.
  String fitting(String text, Face face, double room) {
    if (text.isEmpty() || of(text, face) <= room) {
      return text;
    }
    return fitting.computeIfAbsent(new Fit(text, face, (int) room, false), this::cut);
  }

  /// The text, or its beginning and its end: names differ at their end as often as not.
  String abridged(String text, Face face, double room) {
    if (text.isEmpty() || of(text, face) <= room) {
      return text;
    }
    return fitting.computeIfAbsent(new Fit(text, face, (int) room, true), this::cut);
  }

  private String cut(Fit fit) {
    int low = 0;
    int high = fit.text().length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      String part = part(fit, middle);
      if (measured(new Key(part, fit.face())) <= fit.room()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : part(fit, low);
  }

  /// So many characters of a text; never half of one.
  private static String part(Fit fit, int kept) {
    String text = fit.text();
    int end = fit.isAbridged() ? kept / 2 : 0;
    int first = kept - end;
    if (first > 0 && Character.isHighSurrogate(text.charAt(first - 1))) {
      first--;
    }
    int from = text.length() - end;
    if (end > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    return text.substring(0, first).stripTrailing() + MORE + text.substring(from).stripLeading();
  }

  private double measured(Key key) {
    ruler.setFont(font(key.face()));
    ruler.setText(key.text());
    return ruler.getLayoutBounds().getWidth();
  }
}
