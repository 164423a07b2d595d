package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Adds up the objects behind a value as HotSpot lays them out with compressed references: 12 bytes
/// of header, 16 for an array, 4 a reference, sizes rounded up to 8.
class MemoryTest {

  private static final int ELEMENTS = 1_000_000;
  private static final int BYTES_PER_ELEMENT_MAX = 72;
  private static final int KEYS = 100_000;
  private static final int BYTES_PER_KEY_MAX = 96;
  private static final int AUTHORS = 8;

  private final Map<Class<?>, Long> sizes = new HashMap<>();
  private final Map<Class<?>, List<Field>> references = new HashMap<>();

  @Test
  void anElementOfASetTakesLittleMemoryBeyondItself() throws IllegalAccessException {
    var entries = new PersistentMap.Builder<String, DotSet>();
    var authors = IntStream.range(0, AUTHORS).mapToObj(i -> new ReplicaId(i, 0)).toList();
    for (int i = 0; i < ELEMENTS; i++) {
      var dot = new Dot(authors.get(i % AUTHORS), i / AUTHORS + 1);
      entries.put("element-" + i, DotSet.of(dot));
    }

    long bytes = bytesBeyondStrings(DotMap.whole(entries.build()));

    assertThat(bytes / ELEMENTS).isLessThanOrEqualTo(BYTES_PER_ELEMENT_MAX);
  }

  @Test
  void aKeyOfAMapOfLastWritesTakesLittleMemoryBeyondItselfAndItsValue()
      throws IllegalAccessException {
    var entries = new PersistentMap.Builder<String, DotFun<Stamped<String>>>();
    var author = new ReplicaId(1, 0);
    for (int i = 0; i < KEYS; i++) {
      var at = new HybridTimestamp(i, 0);
      entries.put("key-" + i, DotFun.of(new Dot(author, i + 1), new Stamped<>(at, "value")));
    }

    long bytes = bytesBeyondStrings(DotMap.whole(entries.build()));

    assertThat(bytes / KEYS).isLessThanOrEqualTo(BYTES_PER_KEY_MAX);
  }

  private long bytesBeyondStrings(Object root) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var waiting = new ArrayDeque<Object>(List.of(root));
    seen.add(root);
    long bytes = 0;
    while (!waiting.isEmpty()) {
      var next = waiting.pop();
      bytes += size(next);
      for (var referred : referredBy(next)) {
        if (referred != null && !isLeftOut(referred) && seen.add(referred)) {
          waiting.push(referred);
        }
      }
    }
    return bytes;
  }

  /// Strings are the user's, and the empty list is one for all.
  private static boolean isLeftOut(Object referred) {
    return referred instanceof String || referred.equals(List.of());
  }

  private long size(Object object) {
    if (object.getClass().isArray()) {
      int width = object instanceof long[] ? Long.BYTES : Integer.BYTES;
      return aligned(16 + (long) width * Array.getLength(object));
    }
    return sizes.computeIfAbsent(
        object.getClass(),
        type -> {
          long size = 12;
          for (var field : fields(type)) {
            size +=
                field.getType() == long.class
                    ? Long.BYTES
                    : field.getType() == boolean.class ? 1 : Integer.BYTES;
          }
          return aligned(size);
        });
  }

  private List<Object> referredBy(Object object) throws IllegalAccessException {
    if (object instanceof Object[] array) {
      return Arrays.asList(array);
    }
    var referred = new ArrayList<>();
    for (var field : references.computeIfAbsent(object.getClass(), MemoryTest::referenceFields)) {
      referred.add(field.get(object));
    }
    return referred;
  }

  private static List<Field> referenceFields(Class<?> type) {
    return fields(type).stream().filter(field -> !field.getType().isPrimitive()).toList();
  }

  private static List<Field> fields(Class<?> type) {
    var fields = new ArrayList<Field>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (var field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static long aligned(long size) {
    return (size + 7) & -8;
  }
}
