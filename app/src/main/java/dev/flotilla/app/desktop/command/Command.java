package dev.flotilla.app.desktop.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// Something that can be done in a window.
///
/// Thread: FX.
///
/// @param id stays the same in every language, for tests and for what was used last
/// @param group where help lists it
/// @param name in words, in the language of the window
/// @param keys what to press for it anywhere in the window
/// @param others what can be pressed as well, for people who are used to it
/// @param enabled whether it can be done now; asked each time
/// @param run does it
public record Command(
    String id,
    Group group,
    String name,
    Feather icon,
    Optional<KeyCombination> keys,
    List<KeyCombination> others,
    BooleanSupplier enabled,
    Runnable run) {
  /// How commands are put together in help, in this order.
  public enum Group {
    GO,
    FLAGS,
    EDIT,
    TAG_SETS,
    COUNTERS,
    HISTORY,
    TRANSFER,
    TEAM,
    WINDOW
  }

  /// One that can always be done and has no key.
  public static Command of(String id, Group group, String name, Feather icon, Runnable run) {
    return new Command(id, group, name, icon, Optional.empty(), List.of(), () -> true, run);
  }

  /// The same with a key, written as for [KeyCombination#valueOf], for example `Shortcut+N`.
  public Command on(String combination) {
    return new Command(
        id,
        group,
        name,
        icon,
        Optional.of(KeyCombination.valueOf(combination)),
        others,
        enabled,
        run);
  }

  /// The same with one more key, which help does not list.
  public Command alsoOn(String combination) {
    List<KeyCombination> more =
        Stream.concat(others.stream(), Stream.of(KeyCombination.valueOf(combination))).toList();
    return new Command(id, group, name, icon, keys, more, enabled, run);
  }

  /// Whether the key stands for it.
  boolean isOn(KeyEvent event) {
    return Stream.concat(keys.stream(), others.stream()).anyMatch(each -> each.match(event));
  }

  /// The same, possible only while `condition` holds.
  public Command when(BooleanSupplier condition) {
    return new Command(id, group, name, icon, keys, others, condition, run);
  }

  /// The same under another name.
  public Command named(String newName) {
    return new Command(id, group, newName, icon, keys, others, enabled, run);
  }
}
