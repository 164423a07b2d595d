package dev.flotilla.app.cli.print;

import dev.flotilla.app.cli.control.Invocation;
import dev.flotilla.openfeature.json.JsonText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where a command says what it did: results to standard output, everything else to standard error.
/// Always UTF-8.
public final class Output {
  private final Invocation invocation;
  private final PrintStream out;
  private final PrintStream err;

  public Output(Invocation invocation) {
    this.invocation = invocation;
    this.out = new PrintStream(invocation.out(), false, StandardCharsets.UTF_8);
    this.err = new PrintStream(invocation.err(), true, StandardCharsets.UTF_8);
  }

  /// Prints one line of a result.
  public void line(String line) {
    out.println(line);
  }

  /// Prints a table, cut to the terminal's width if a person reads it.
  public void table(TextTable table) {
    int width =
        invocation.screen().interactive() ? invocation.screen().columns() : Integer.MAX_VALUE;
    table.lines(width).forEach(out::println);
  }

  /// Prints a result for machines.
  public void json(JsonNode node) {
    out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
  }

  /// Prints bytes or text as they are.
  public void raw(String text) {
    out.print(text);
  }

  /// Prints a refusal; with JSON wanted, also as an object on standard output.
  public void refusal(String sentence, boolean json) {
    err.println(sentence);
    if (json) {
      json(JsonNodeFactory.instance.objectNode().put("error", sentence));
    }
    flush();
  }

  /// Prints something that is no result: a hint, a warning.
  public void note(String sentence) {
    err.println(sentence);
  }

  /// Asks on a terminal; the answer comes on the same line.
  public void question(String text) {
    flush();
    err.print(text);
    err.flush();
  }

  /// Replaces the line of progress on a terminal; says nothing elsewhere.
  public void progress(String text) {
    if (invocation.screen().interactive()) {
      err.print("\r" + text);
      err.flush();
    }
  }

  /// The tree of a text that should be JSON; the text itself if another program wrote something
  /// else in its place.
  public static JsonNode tree(String json) {
    return JsonText.parseError(json).isEmpty()
        ? Json.MAPPER.readTree(json)
        : Json.MAPPER.getNodeFactory().stringNode(json);
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  /// Loaded only by commands that need it.
  static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}
  }
}
