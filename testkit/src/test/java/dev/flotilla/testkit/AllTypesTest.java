package dev.flotilla.testkit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.JoinSemilattice;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Guards the tests over all types against a type that nobody told them of.
class AllTypesTest {

  /// Not used by themselves: they are the state of other types, or a part of a registered one.
  private static final Set<String> PARTS =
      Set.of(Causal.class.getName(), "dev.flotilla.model.Roster");

  @Test
  void everyTypeThatCanBeJoinedIsRegistered() throws Exception {
    var types =
        classes(JoinSemilattice.class)
            .filter(JoinSemilattice.class::isAssignableFrom)
            .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface())
            .map(Class::getName)
            .filter(name -> !PARTS.contains(name))
            .collect(toCollection(TreeSet::new));

    var registered =
        AllTypes.all().stream()
            .map(type -> type.bottom().getClass().getName())
            .collect(toCollection(TreeSet::new));

    assertThat(types).hasSizeGreaterThan(8);
    assertThat(registered).containsAll(types);
  }

  @Test
  void everyRegisteredTypeHasATestOfItsLaws() throws Exception {
    var tested =
        classes(AllTypesTest.class)
            .filter(JoinLaws.class::isAssignableFrom)
            .filter(test -> !test.isInterface() && !test.isSynthetic())
            .map(AllTypesTest::tested)
            .collect(toCollection(TreeSet::new));

    var registered =
        AllTypes.all().stream()
            .map(type -> type.getClass().getName())
            .collect(toCollection(TreeSet::new));

    assertThat(tested).isEqualTo(registered);
  }

  private static String tested(Class<?> test) {
    try {
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((JoinLaws<?, ?>) constructor.newInstance()).type().getClass().getName();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no test class: " + test, e);
    }
  }

  /// All classes that lie in the folder or the jar of `neighbour`.
  private static Stream<Class<?>> classes(Class<?> neighbour)
      throws IOException, URISyntaxException {
    var place = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return classesUnder(place).stream().map(AllTypesTest::load);
    }
    try (var jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
      return classesUnder(jar.getPath("/")).stream().map(AllTypesTest::load);
    }
  }

  private static Set<String> classesUnder(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.startsWith("dev") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .map(name -> name.replace('/', '.').replace('\\', '.'))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, AllTypesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
