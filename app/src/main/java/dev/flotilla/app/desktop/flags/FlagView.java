package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A flag as the table shows it. Equal views look the same, so equal ones are not drawn again.
///
/// @param folder the path of its folder in words; empty at the top level
record FlagView(
    Flag flag,
    List<Tag> tags,
    String folder,
    String who,
    String device,
    Instant when,
    Optional<Stale> stale) {
  record Tag(String name, Hue hue) {}

  FlagView {
    tags = List.copyOf(tags);
  }
}
