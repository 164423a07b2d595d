package dev.flotilla.app.desktop.causality.canvas;

import java.util.ArrayList;
import java.util.List;

/// A smooth line of cubic Bézier curves that leaves and arrives upright. From piece to piece it
/// goes on to the same side.
record Curve(Spot start, List<Piece> pieces) {
  private static final double BEND_MOST = 56;
  private static final double BEND = 0.55;
  private static final int HALVINGS = 24;

  /// One curve, by its two control points and its end.
  record Piece(Spot first, Spot second, Spot end) {}

  Curve {
    pieces = List.copyOf(pieces);
  }

  /// The straightest one.
  static Curve of(Spot from, Spot to) {
    return through(from, List.of(), to);
  }

  /// One that passes these points, given from start to end.
  static Curve through(Spot from, List<Spot> between, Spot to) {
    List<Spot> all = new ArrayList<>(between);
    all.addFirst(from);
    all.addLast(to);
    List<Piece> pieces = new ArrayList<>();
    for (int at = 1; at < all.size(); at++) {
      Spot begin = all.get(at - 1);
      Spot end = all.get(at);
      double bend = Math.min(BEND_MOST, Math.abs(end.y() - begin.y()) * BEND);
      double third = (end.x() - begin.x()) / 3;
      pieces.add(
          new Piece(
              at == 1 ? begin.plus(0, bend) : begin.plus(third, third * slope(all, at - 1)),
              at == all.size() - 1 ? end.plus(0, -bend) : end.plus(-third, -third * slope(all, at)),
              end));
    }
    return new Curve(from, pieces);
  }

  /// The harmonic mean of the slopes before and after: no piece goes higher or lower than its ends
  /// (Fritsch and Butland, 1984).
  private static double slope(List<Spot> spots, int at) {
    double before = slope(spots.get(at - 1), spots.get(at));
    double after = slope(spots.get(at), spots.get(at + 1));
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
  }

  private static double slope(Spot from, Spot to) {
    return (to.y() - from.y()) / (to.x() - from.x());
  }

  /// How far down the line is where it passes `x`, which is between its ends.
  double heightAt(double x) {
    Spot begin = start;
    for (Piece piece : pieces) {
      boolean isHere = (x - begin.x()) * (x - piece.end().x()) <= 0;
      if (isHere) {
        return heightAt(begin, piece, x);
      }
      begin = piece.end();
    }
    return begin.y();
  }

  private static double heightAt(Spot begin, Piece piece, double x) {
    double low = 0;
    double high = 1;
    boolean toTheRight = piece.end().x() > begin.x();
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      double there =
          bezier(begin.x(), piece.first().x(), piece.second().x(), piece.end().x(), middle);
      if (there < x == toTheRight) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return bezier(begin.y(), piece.first().y(), piece.second().y(), piece.end().y(), low);
  }

  private static double bezier(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }
}
