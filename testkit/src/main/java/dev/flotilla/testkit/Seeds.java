package dev.flotilla.testkit;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// The seeds of a [Seeded] test: 0, 1, 2 and so on, or the one that is to be replayed.
final class Seeds implements ArgumentsProvider, AnnotationConsumer<Seeded> {

  private static final String REPLAYED = "flotilla.seed";
  private static final String COUNT = "flotilla.seeds";

  private int count;

  @Override
  public void accept(Seeded seeded) {
    count = seeded.value();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    var replayed = System.getProperty(REPLAYED);
    var seeds =
        replayed == null
            ? LongStream.range(0, Integer.getInteger(COUNT, count))
            : LongStream.of(Long.parseLong(replayed));
    return seeds.mapToObj(Arguments::of);
  }
}
