package dev.flotilla.app.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses scenes: AtlantaFX Primer as user-agent style sheet, then our colours and rules. Follows
/// the system's colour scheme unless the user chose one.
///
/// Thread: FX.
public final class Theme {
  private static final List<String> SHEETS =
      List.of(
          "bridge",
          "hues",
          "controls",
          "shell",
          "flags",
          "editor",
          "panels",
          "dialogs",
          "causality",
          "code",
          "counters",
          "diagram",
          "filter",
          "guide",
          "history",
          "inbox",
          "live",
          "machines",
          "merge",
          "palette",
          "rehearsal",
          "seen",
          "tagsets",
          "targeting",
          "transfer");

  private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);

  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
  private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);
  private final Motion motion = new Motion();

  public Theme(ThemeChoice choice) {
    this.choice.set(choice);
    factor.bind(textSize.map(TextSize::factor));
  }

  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /// How large everything is shown.
  public ObjectProperty<TextSize> textSizeProperty() {
    return textSize;
  }

  /// Whether something may move.
  public Motion motion() {
    return motion;
  }

  /// Makes `content` follow [#textSizeProperty].
  public Zoom zoomed(Parent content) {
    return new Zoom(content, factor.getReadOnlyProperty());
  }

  /// Styles `scene` now and whenever the choice or the system changes, until the subscription ends.
  public Subscription dress(Scene scene) {
    Fonts.load();
    apply(scene);
    return Subscription.combine(
        choice.subscribe(_ -> apply(scene)),
        textSize.subscribe(_ -> apply(scene)),
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply(scene)));
  }

  /// Whether the dark colours are shown.
  public boolean isDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void apply(Scene scene) {
    boolean dark = isDark();
    atlantafx.base.theme.Theme primer = dark ? new PrimerDark() : new PrimerLight();
    scene.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    // Popups have scenes of their own and read the application's sheet.
    Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet(dark ? "tokens-dark" : "tokens-light"));
    for (String name : SHEETS) {
      sheets.add(sheet(name));
    }
    if (textSize.get() != TextSize.NORMAL) {
      // Popups are not inside of what is zoomed.
      sheets.add(sheet("popups-" + textSize.get().name().toLowerCase(Locale.ROOT)));
    }
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  private static String sheet(String name) {
    URL url = Theme.class.getResource("/dev/flotilla/app/desktop/css/" + name + ".css");
    if (url == null) {
      throw new IllegalStateException("style sheet is missing: " + name);
    }
    return url.toExternalForm();
  }
}
