package dev.flotilla.app.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Inter for text, JetBrains Mono for keys, values and clocks (both OFL). With
/// them a window looks the same on every machine, and `0O1lI` can be told apart in keys.
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  /// Size given to `Font.loadFont`, which wants one; style sheets set the real sizes.
  private static final double ANY_SIZE = 13;

  private static final boolean LOADED = loadAll();

  private Fonts() {}

  /// Registers the fonts with the toolkit, once.
  public static boolean load() {
    return LOADED;
  }

  private static boolean loadAll() {
    for (String file : FILES) {
      try (InputStream in =
          Fonts.class.getResourceAsStream("/dev/flotilla/app/desktop/fonts/" + file)) {
        if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
          throw new IllegalStateException("font cannot be loaded: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }
}
