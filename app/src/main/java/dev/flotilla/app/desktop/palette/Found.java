package dev.flotilla.app.desktop.palette;

import dev.flotilla.app.desktop.command.Command;
import java.util.BitSet;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// One line of the palette.
///
/// @param id stays the same, for tests and for what was used last
/// @param kind the heading under which it stands
/// @param name in words
/// @param letters of the name that were typed
/// @param note what stands beside it, for instance how many flags there are
/// @param command the one that it does, if it does one
/// @param run what it does
record Found(
    String id,
    Kind kind,
    Feather icon,
    String name,
    BitSet letters,
    String note,
    Optional<Command> command,
    int score,
    Runnable run) {
  /// In the order of the headings.
  enum Kind {
    RECENT,
    FLAG,
    ACTION,
    VIEW,
    TAG,
    TAG_SET
  }
}
