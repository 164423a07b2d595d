package dev.flotilla.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// Weighs objects by what is left of the heap after garbage collection.
///
/// Exact to a few kilobytes under `-XX:+UseSerialGC -XX:MarkSweepAlwaysCompactCount=1`, without
/// which some garbage is left in place.
final class Heap {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private static final String NOTHING = "nothing";

  /// What must not be collected: the built object, and what it was built of.
  @SuppressWarnings("UnusedVariable") // the garbage collector reads it
  private static volatile Object kept = NOTHING;

  private Heap() {}

  /// How many bytes the object that gets built keeps alive, beyond what was there before: the
  /// median of three times, as the first one also gets rid of what the start of the program has
  /// left.
  static long retained(Supplier<Object> building) {
    return LongStream.generate(() -> retainedOnce(building))
        .limit(3)
        .sorted()
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private static long retainedOnce(Supplier<Object> building) {
    kept = building;
    long before = used();
    kept = List.of(building, building.get());
    long after = used();
    kept = NOTHING;
    return after - before;
  }

  private static long used() {
    System.gc();
    System.gc(); // what the first one has found to need cleaning up
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
