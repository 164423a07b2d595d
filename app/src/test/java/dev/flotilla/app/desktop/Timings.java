package dev.flotilla.app.desktop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long something took, again and again, in milliseconds.
final class Timings {
  private final List<Double> millis = new ArrayList<>();

  void add(double one) {
    millis.add(one);
  }

  double median() {
    return quantile(0.5);
  }

  double worst() {
    return quantile(1);
  }

  double quantile(double part) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }
}
