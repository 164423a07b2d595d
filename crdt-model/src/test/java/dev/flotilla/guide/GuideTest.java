package dev.flotilla.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.flotilla.crdt.Dot;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

  private static final Path PAGE = Path.of("..", "docs", "crdt.md");

  private static final String PRELUDE =
      """
      import dev.flotilla.crdt.*;
      import dev.flotilla.crdt.codec.*;
      import dev.flotilla.crdt.delivery.*;
      import dev.flotilla.crdt.graph.*;
      import dev.flotilla.crdt.sequence.*;
      import dev.flotilla.crdt.time.*;
      import dev.flotilla.crdt.tree.*;
      import dev.flotilla.crdt.types.*;
      import java.util.*;

      public class Guide {
        static void check(Object actual, String expected) {
          if (!String.valueOf(actual).equals(expected)) {
            throw new AssertionError("gives " + actual + " and not " + expected);
          }
        }
      """;

  @TempDir private Path classes;

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatItSays() throws Exception {
    var examples = Example.in(Files.readAllLines(PAGE));
    var guide = compiled(examples);
    return IntStream.range(0, examples.size())
        .mapToObj(n ->
            DynamicTest.dynamicTest(
                "%s, line %d".formatted(examples.get(n).heading(), examples.get(n).firstLine()),
                () -> run(guide, n)));
  }

  @Test
  void anExampleThatGivesSomethingElseFails() throws Exception {
    var wrong = new Example("sum", 1, List.of("Math.max(1, 2);   // 1"));

    var guide = compiled(List.of(wrong));

    assertThat(catchThrowable(() -> run(guide, 0))).hasMessage("gives 2 and not 1");
  }

  @Test
  void anExampleThatIsNotRefusedFails() throws Exception {
    var wrong = new Example("dot", 1, List.of("Math.abs(1);   // refused: no"));

    var guide = compiled(List.of(wrong));

    assertThat(catchThrowable(() -> run(guide, 0))).hasMessage("not refused");
  }

  private Class<?> compiled(List<Example> examples) throws IOException, ClassNotFoundException {
    var source = new StringBuilder(PRELUDE);
    for (int n = 0; n < examples.size(); n++) {
      source
          .append("// line %d of the page\n".formatted(examples.get(n).firstLine()))
          .append("public static void example%d() throws Exception {\n".formatted(n))
          .append(examples.get(n).checked())
          .append("\n}\n");
    }
    source.append("}\n");
    var library = Path.of(Dot.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    var messages = new StringWriter();
    boolean compiles =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-cp", library.toString(), "-d", classes.toString(), "-nowarn"),
                null,
                List.of(new Source(source.toString())))
            .call();
    assertThat(compiles).as("%s%n%s", messages, source).isTrue();
    var loader =
        URLClassLoader.newInstance(
            new URL[] {classes.toUri().toURL()}, GuideTest.class.getClassLoader());
    return loader.loadClass("Guide");
  }

  private static void run(Class<?> guide, int n) throws Throwable {
    try {
      guide.getMethod("example" + n).invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
