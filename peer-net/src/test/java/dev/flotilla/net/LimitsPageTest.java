package dev.flotilla.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.ModelLimits;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.pack.PackLimits;
import dev.flotilla.net.snapshot.SnapshotLimits;
import dev.flotilla.net.wire.WireLimits;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitsPageTest {
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+\\.\\w+)` \\| (\\d+) \\|.*");

  /// Sizes and versions, which limit nobody.
  private static final Set<String> NO_LIMITS =
      Set.of(
          "WireLimits.MIN_PROTOCOL",
          "WireLimits.MAX_PROTOCOL",
          "WireLimits.BUCKETS",
          "WireLimits.SUMS_BYTES",
          "WireLimits.COMPRESS_FROM_BYTES",
          "WireLimits.COMPRESS_MIN_SAVING",
          "ChangeLimits.SIGNATURE_BYTES");

  @Test
  void thePageHasEveryLimitWithItsValue() throws Exception {
    var code = new TreeMap<String, String>();
    for (var type :
        List.of(
            WireLimits.class,
            PackLimits.class,
            SnapshotLimits.class,
            ChangeLimits.class,
            ModelLimits.class)) {
      for (var field : type.getDeclaredFields()) {
        var name = type.getSimpleName() + "." + field.getName();
        if (isPublicNumber(field) && !NO_LIMITS.contains(name)) {
          code.put(name, String.valueOf(field.get(null)));
        }
      }
    }

    var page = new TreeMap<String, String>();
    Files.readString(Path.of("..", "docs", "limits.md"))
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> page.put(row.group(1), row.group(2)));

    assertThat((Map<String, String>) page).isEqualTo(code);
    assertThat(NO_LIMITS).allMatch(LimitsPageTest::exists);
  }

  private static boolean isPublicNumber(Field field) {
    return Modifier.isPublic(field.getModifiers())
        && Modifier.isStatic(field.getModifiers())
        && field.getType().isPrimitive();
  }

  private static boolean exists(String name) {
    var type = name.startsWith("Wire") ? WireLimits.class : ChangeLimits.class;
    return Arrays.stream(type.getFields()).anyMatch(field -> name.endsWith("." + field.getName()));
  }
}
