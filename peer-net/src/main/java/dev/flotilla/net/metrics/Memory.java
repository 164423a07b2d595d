package dev.flotilla.net.metrics;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// What the process takes, in bytes.
///
/// @param heapUsedBytes objects, garbage included
/// @param heapCommittedBytes what the heap has from the system
/// @param nonHeapBytes classes and compiled code
/// @param directBytes buffers outside the heap
/// @param residentBytes all that is in the machine's memory; 0 where the system does not say
public record Memory(
    long heapUsedBytes,
    long heapCommittedBytes,
    long nonHeapBytes,
    long directBytes,
    long residentBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  /// Reads it now. Cost: below a millisecond.
  public static Memory now() {
    var memory = ManagementFactory.getMemoryMXBean();
    var heap = memory.getHeapMemoryUsage();
    var direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return new Memory(
        heap.getUsed(),
        heap.getCommitted(),
        memory.getNonHeapMemoryUsage().getCommitted(),
        direct,
        resident());
  }

  /// What the last collection of garbage left of the heap; 0 before the first one.
  public static long liveBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /// What native libraries take, SQLite's page cache above all; 0 where the system does not say.
  public long nativeBytes() {
    return Math.max(0, residentBytes - heapCommittedBytes - nonHeapBytes - directBytes);
  }

  private static long resident() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
