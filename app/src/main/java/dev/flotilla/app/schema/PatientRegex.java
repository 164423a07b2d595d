package dev.flotilla.app.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/// A pattern of a schema that gives up after a number of steps. Schemas come from other machines,
/// and there are patterns that would keep a processor busy for years.
final class PatientRegex implements RegularExpression {
  /// Enough for every sensible pattern on the longest value.
  private static final int STEPS_MAX = 2_000_000;

  private final Pattern pattern;

  PatientRegex(String regex) {
    this.pattern = Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(new Counted(value)).find();
  }

  /// Thrown out of a matcher, which cannot be stopped otherwise.
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("the pattern takes too long", null, false, false);
    }
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      steps++;
      if (steps > STEPS_MAX) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
