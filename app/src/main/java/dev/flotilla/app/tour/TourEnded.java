package dev.flotilla.app.tour;

/// The tour cannot go on. The message is a sentence for the user.
final class TourEnded extends RuntimeException {
  TourEnded(String sentence) {
    super(sentence);
  }
}
