package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.testkit.Samples;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Edits of what flags require of each other, and of folders.
final class RandomLinks {
  private static final List<String> FOLDERS = List.of("shop", "pay", "search");
  private static final List<String> VARIANTS = List.of("on", "off");

  private RandomLinks() {}

  static Edit prerequisite(String flag, String other, RandomGenerator random) {
    return random.nextInt(4) == 0
        ? new Edit.Unrequire(flag, other)
        : new Edit.Require(flag, other, Samples.oneOf(random, VARIANTS));
  }

  static Edit folder(String flag, RandomGenerator random) {
    var folder = Samples.oneOf(random, FOLDERS);
    return switch (random.nextInt(14)) {
      case 0, 1 -> new Edit.CreateFolder(folder, "The " + folder, any(random));
      case 2 -> new Edit.DeleteEntity(EntityId.folder(folder));
      case 3 -> Edit.putInto(flag, any(random));
      case 4 ->
          new Edit.SetField(
              EntityId.folder(folder), FieldNames.NAME, Value.of("F" + random.nextInt(3)));
      default -> new Edit.MoveFolder(folder, any(random));
    };
  }

  private static Optional<String> any(RandomGenerator random) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Samples.oneOf(random, FOLDERS));
  }
}
