package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.desktop.theme.Hue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The colours of lanes: that of the machine everywhere else, or where another lane of the diagram
/// has it already, the next one that is free.
final class Hues {
  private Hues() {}

  /// By column. With more lanes than colours, some have the same.
  static List<Hue> of(List<Lane> lanes) {
    List<Hue> hues = new ArrayList<>();
    Set<Hue> taken = EnumSet.of(Hue.GRAY, Hue.RED);
    for (Lane lane : lanes) {
      if (taken.size() == Hue.values().length) {
        taken = EnumSet.of(Hue.GRAY, Hue.RED);
      }
      Hue hue = Hue.of(lane.machine());
      while (taken.contains(hue)) {
        hue = after(hue);
      }
      taken.add(hue);
      hues.add(hue);
    }
    return List.copyOf(hues);
  }

  private static Hue after(Hue hue) {
    List<Hue> all = List.of(Hue.values());
    return all.get((all.indexOf(hue) + 1) % all.size());
  }
}
