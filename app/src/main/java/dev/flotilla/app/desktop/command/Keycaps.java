package dev.flotilla.app.desktop.command;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/// The keys of a command, drawn as on the keyboard and called as the language calls them.
public final class Keycaps {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private Keycaps() {}

  /// One small cap for each key; an empty box for a command without keys.
  public static HBox of(Command command, Texts texts) {
    HBox caps = new HBox(Space.TIGHT);
    caps.setAlignment(Pos.CENTER_RIGHT);
    caps.setMinWidth(HBox.USE_PREF_SIZE);
    names(command, texts).forEach(name -> caps.getChildren().add(Labels.of(name, "keycap")));
    return caps;
  }

  /// The names of the keys, in the order they are pressed.
  static List<String> names(Command command, Texts texts) {
    List<String> names = new ArrayList<>();
    command
        .keys()
        .ifPresent(keys -> {
          if (isDown(keys.getShortcut()) || isDown(keys.getControl())) {
            names.add(MAC ? "⌘" : texts.of("key.control"));
          }
          if (isDown(keys.getAlt())) {
            names.add(texts.of("key.alt"));
          }
          if (isDown(keys.getShift())) {
            names.add(texts.of("key.shift"));
          }
          names.add(last(keys, texts));
        });
    return names;
  }

  static boolean matches(Command command, String typed, Texts texts) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return command.name().toLowerCase(Locale.ROOT).contains(wanted)
        || String.join("+", names(command, texts)).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static boolean isDown(KeyCombination.ModifierValue modifier) {
    return modifier == KeyCombination.ModifierValue.DOWN;
  }

  private static String last(KeyCombination keys, Texts texts) {
    if (!(keys instanceof KeyCodeCombination combination)) {
      return keys.getDisplayText();
    }
    KeyCode code = combination.getCode();
    return switch (code) {
      case ENTER -> texts.of("key.enter");
      case ESCAPE -> texts.of("key.escape");
      case DELETE -> texts.of("key.delete");
      case BACK_SPACE -> texts.of("key.backspace");
      case SPACE -> texts.of("key.space");
      case SLASH -> "/";
      case COMMA -> ",";
      case PERIOD -> ".";
      case PLUS, EQUALS -> "+";
      case MINUS -> "−";
      case UP -> "↑";
      case DOWN -> "↓";
      case LEFT -> "←";
      case RIGHT -> "→";
      default -> code.getName();
    };
  }
}
