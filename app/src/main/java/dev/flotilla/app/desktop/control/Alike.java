package dev.flotilla.app.desktop.control;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/// Whether names differ only late ("Line 3" and "Line 30"). Where there is no room for them, their
/// ends are then worth more than their middles.
public final class Alike {
  private static final int BEGINNING = 4;

  private Alike() {}

  /// Whether two of the names begin alike. Cost: n log n.
  public static boolean begin(Collection<String> names) {
    Iterator<String> sorted = new TreeSet<>(names).iterator();
    String before = "";
    while (sorted.hasNext()) {
      String name = sorted.next();
      if (before.regionMatches(0, name, 0, BEGINNING)) {
        return true;
      }
      before = name;
    }
    return false;
  }
}
