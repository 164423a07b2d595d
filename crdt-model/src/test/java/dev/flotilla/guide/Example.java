package dev.flotilla.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A block of Java in a page of Markdown. A line `expression; // text` says what the expression
/// gives, `expression; // refused: text` with which message it is refused.
///
/// @param heading the heading above it
/// @param firstLine where the code begins in the page, from 1
record Example(String heading, int firstLine, List<String> code) {

  private static final Pattern EXPECTATION = Pattern.compile("(\\s*)([^=]*?);\\s*// (.*)");
  private static final String REFUSED = "refused: ";

  Example {
    code = List.copyOf(code);
  }

  static List<Example> in(List<String> page) {
    var examples = new ArrayList<Example>();
    var heading = "";
    for (int line = 0; line < page.size(); line++) {
      var text = page.get(line);
      if (text.startsWith("#")) {
        heading = text.replaceFirst("#+ ", "");
      } else if (text.equals("```java")) {
        int end = line + 1 + page.subList(line + 1, page.size()).indexOf("```");
        examples.add(new Example(heading, line + 2, page.subList(line + 1, end)));
        line = end;
      }
    }
    return examples;
  }

  /// The code with its expectations as calls, line by line as in the page.
  String checked() {
    return String.join("\n", code.stream().map(Example::checked).toList());
  }

  private static String checked(String line) {
    var expectation = EXPECTATION.matcher(line);
    if (!expectation.matches()) {
      return line;
    }
    var expression = expectation.group(2);
    var text = expectation.group(3);
    return text.startsWith(REFUSED)
        ? "try { %s; throw new AssertionError(\"not refused\"); } catch (RuntimeException e) { check(e.getMessage(), %s); }"
            .formatted(expression, literal(text.substring(REFUSED.length())))
        : "check(%s, %s);".formatted(expression, literal(text));
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
