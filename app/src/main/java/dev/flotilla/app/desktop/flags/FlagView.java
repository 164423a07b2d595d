package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.Flag;
import java.time.Instant;
import java.util.List;

/// A flag as the table shows it. Equal views look the same, so equal ones are not drawn again.
record FlagView(Flag flag, List<Tag> tags, String who, String device, Instant when) {
  record Tag(String name, Hue hue) {}

  FlagView {
    tags = List.copyOf(tags);
  }
}
