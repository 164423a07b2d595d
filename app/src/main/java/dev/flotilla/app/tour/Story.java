package dev.flotilla.app.tour;

import dev.flotilla.app.cli.print.Output;
import java.util.Locale;

/// Tells the tour line by line, each with the seconds since its start.
final class Story {
  private static final double NANOS = 1e9;

  private final Output output;
  private final long start = System.nanoTime();

  Story(Output output) {
    this.output = output;
  }

  /// A new part of the story.
  void chapter(String title) {
    output.line("");
    output.line(title);
    output.flush();
  }

  /// Something that has just happened.
  void line(String text) {
    double seconds = (System.nanoTime() - start) / NANOS;
    output.line(String.format(Locale.ROOT, "  %7.3f s  %s", seconds, text));
    output.flush();
  }

  /// More about the line before.
  void detail(String text) {
    output.line("             " + text);
    output.flush();
  }

  /// How long something took, for a sentence.
  static String took(long since) {
    return Math.max(1, (System.nanoTime() - since) / 1_000_000) + " ms";
  }
}
