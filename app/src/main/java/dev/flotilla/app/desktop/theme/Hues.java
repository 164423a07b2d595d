package dev.flotilla.app.desktop.theme;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Colours of machines that stand side by side: that of the machine everywhere else, or where
/// another one has it already, the next that is free. What comes later in the list leaves those
/// before it alone.
public final class Hues {
  /// What means something else in the same pictures.
  private static final Set<Hue> KEPT = EnumSet.of(Hue.GRAY, Hue.RED);

  private Hues() {}

  /// By name. With more names than colours, some have the same.
  public static Map<String, Hue> of(Collection<String> names) {
    Map<String, Hue> hues = new LinkedHashMap<>();
    Set<Hue> taken = EnumSet.copyOf(KEPT);
    for (String name : names) {
      if (!hues.containsKey(name)) {
        if (taken.size() == Hue.values().length) {
          taken = EnumSet.copyOf(KEPT);
        }
        Hue hue = Hue.of(name);
        while (taken.contains(hue)) {
          hue = after(hue);
        }
        taken.add(hue);
        hues.put(name, hue);
      }
    }
    return hues;
  }

  private static Hue after(Hue hue) {
    List<Hue> all = List.of(Hue.values());
    return all.get((all.indexOf(hue) + 1) % all.size());
  }
}
