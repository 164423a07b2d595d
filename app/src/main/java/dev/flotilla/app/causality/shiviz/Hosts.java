package dev.flotilla.app.causality.shiviz;

import dev.flotilla.app.causality.Lane;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names for lanes that a log can carry: no two are equal, none has a space, a brace or a quote.
final class Hosts {
  /// ShiViz keeps hosts as properties of JavaScript objects, which have these from birth.
  private static final Set<String> TAKEN =
      Set.of(
          "constructor",
          "hasownproperty",
          "isprototypeof",
          "propertyisenumerable",
          "tolocalestring",
          "tostring",
          "valueof");

  private Hosts() {}

  /// By lane.
  static List<String> of(List<Lane> lanes) {
    Set<String> used = new HashSet<>(TAKEN);
    List<String> hosts = new ArrayList<>();
    for (Lane lane : lanes) {
      String name = word(lane.machine());
      String host = name;
      for (int copy = 2; !used.add(host.toLowerCase(Locale.ROOT)); copy++) {
        host = name + "-" + copy;
      }
      hosts.add(host);
    }
    return List.copyOf(hosts);
  }

  private static String word(String machine) {
    StringBuilder word = new StringBuilder();
    machine
        .codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || c == '.' || c == '’') {
            word.appendCodePoint(c);
          } else if (!word.isEmpty() && word.charAt(word.length() - 1) != '-') {
            word.append('-');
          }
        });
    while (!word.isEmpty() && word.charAt(word.length() - 1) == '-') {
      word.setLength(word.length() - 1);
    }
    return word.isEmpty() ? "machine" : word.toString();
  }
}
