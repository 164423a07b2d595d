package dev.flotilla.testkit;

import dev.flotilla.crdt.JoinSemilattice;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tries all laws on a type that may break some.
final class BrokenLaws {

  private static final int SEEDS = 20;

  private BrokenLaws() {}

  /// Under the name of each broken law, the failure of the first seed that breaks it.
  static <S extends JoinSemilattice<S>, E> SortedMap<String, AssertionError> of(
      Replicated<S, E> type) {
    JoinLaws<S, E> laws = () -> type;
    var broken = new TreeMap<String, AssertionError>();
    Arrays.stream(JoinLaws.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Seeded.class))
        .forEach(law -> firstFailure(law, laws).ifPresent(e -> broken.put(law.getName(), e)));
    return broken;
  }

  private static Optional<AssertionError> firstFailure(Method law, JoinLaws<?, ?> laws) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        law.invoke(laws, seed);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof AssertionError failure) {
          return Optional.of(failure);
        }
        throw new LinkageError(law + " breaks in another way", e);
      } catch (IllegalAccessException e) {
        throw new LinkageError("no law: " + law, e);
      }
    }
    return Optional.empty();
  }
}
