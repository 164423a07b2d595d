package dev.flotilla.app.desktop.settings;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.MotionChoice;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.desktop.theme.TextSize;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Language, looks and motion. What is chosen is so at once, in every window.
public final class SettingsDialog {
  private static final String LIKE_THE_SYSTEM = "";

  private final DesktopSettings settings;
  private final Theme theme;
  private final Texts texts;
  private final Runnable onLanguage;

  /// @param onLanguage builds the windows anew, in the language that is set by then
  public SettingsDialog(DesktopSettings settings, Theme theme, Texts texts, Runnable onLanguage) {
    this.settings = settings;
    this.theme = theme;
    this.texts = texts;
    this.onLanguage = onLanguage;
  }

  /// The dialog; `onClose` takes it away.
  public Dialog build(Runnable onClose) {
    Button done = Buttons.primary("settings-done", texts.of("dialog.done"));
    done.setOnAction(_ -> onClose.run());
    Dialog dialog =
        new Dialog("settings-dialog", texts.of("settings.title"), texts.of("dialog.close"), onClose)
            .content(
                row("settings.language", "settings.language.hint", language()),
                row("settings.theme", "settings.theme.hint", theme()),
                row("settings.size", "settings.size.hint", size()),
                row("settings.motion", "settings.motion.hint", motion()))
            .buttons(done);
    dialog.getStyleClass().add("dialog-medium");
    return dialog;
  }

  private Node row(String title, String hint, Node choice) {
    VBox words =
        new VBox(
            Space.HAIR,
            Labels.of(texts.of(title), "section-title"),
            Labels.wrapped(texts.of(hint), "small", "soft"));
    words.setMinWidth(0);
    choice.setAccessibleText(texts.of(title));
    HBox row = new HBox(Space.LARGE, words, Regions.spring(), choice);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node language() {
    SimpleObjectProperty<String> chosen =
        new SimpleObjectProperty<>(settings.get("language", LIKE_THE_SYSTEM));
    List<String> tags = List.of(LIKE_THE_SYSTEM, "en", "de");
    Node node =
        segments(
            "language",
            tags,
            tag ->
                tag.isEmpty()
                    ? texts.of("settings.language.system")
                    : Locale.of(tag).getDisplayLanguage(Locale.of(tag)),
            chosen);
    chosen.subscribe((_, tag) -> {
      settings.set("language", tag);
      onLanguage.run();
    });
    return node;
  }

  private Node theme() {
    return segments(
        "theme",
        List.of(ThemeChoice.values()),
        choice ->
            switch (choice) {
              case SYSTEM -> texts.of("theme.system");
              case LIGHT -> texts.of("theme.light");
              case DARK -> texts.of("theme.dark");
            },
        theme.choiceProperty());
  }

  private Node size() {
    return segments(
        "size",
        List.of(TextSize.values()),
        size -> texts.of("settings.size.percent", Math.round(size.factor() * 100)),
        theme.textSizeProperty());
  }

  private Node motion() {
    return segments(
        "motion",
        List.of(MotionChoice.values()),
        choice ->
            switch (choice) {
              case SYSTEM -> texts.of("theme.system");
              case REDUCED -> texts.of("settings.motion.reduced");
              case FULL -> texts.of("settings.motion.full");
            },
        theme.motion().choiceProperty());
  }

  private static <T> HBox segments(
      String id, List<T> values, Function<T, String> name, Property<T> chosen) {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    row.setId("settings-" + id);
    row.setMinWidth(HBox.USE_PREF_SIZE);
    // Words beside it may take two lines.
    row.setMaxHeight(HBox.USE_PREF_SIZE);
    for (T value : values) {
      ToggleButton button = new ToggleButton(name.apply(value));
      button.setId("settings-" + id + "-" + String.valueOf(value).toLowerCase(Locale.ROOT));
      button.setAccessibleText(name.apply(value));
      button.getStyleClass().setAll("segment");
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setSelected(value.equals(chosen.getValue()));
      button.setOnAction(_ -> {
        button.setSelected(true);
        row.getChildren()
            .forEach(other -> ((ToggleButton) other).setSelected(other.equals(button)));
        chosen.setValue(value);
      });
      row.getChildren().add(button);
    }
    return row;
  }
}
