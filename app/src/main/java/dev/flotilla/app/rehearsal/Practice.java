package dev.flotilla.app.rehearsal;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The workspace that people practise on: a switch, a text and a number, each a flag.
public final class Practice {
  public static final int MACHINES_MIN = 3;
  public static final int MACHINES_MAX = 5;

  /// A boolean flag.
  public static final String SWITCH = "dark-mode";

  /// A string flag with one variant.
  public static final String TEXT = "greeting";

  /// A number flag with one variant.
  public static final String NUMBER = "retry-limit";

  /// All flags, in the order in which they are shown.
  public static final List<String> FLAGS = List.of(SWITCH, TEXT, NUMBER);

  public static final String ENVIRONMENT = "production";

  private static final List<String> NAMES = List.of("Ana", "Ben", "Cleo", "Dana", "Eli");

  /// The variant of a flag that has one only, by the flag.
  private static final Map<String, String> ONLY = Map.of(TEXT, "text", NUMBER, "number");

  private static final long REPLICAS = 0x5eed_0000_0000_0000L;

  private Practice() {}

  /// So many machines that all have the sample.
  public static RehearsalFleet founded(int machines, Instant start) {
    if (machines < MACHINES_MIN || machines > MACHINES_MAX) {
      throw new IllegalArgumentException("machines: " + machines);
    }
    return RehearsalFleet.founded(
        "Practice",
        IntStream.range(0, machines).mapToObj(Practice::machine).toList(),
        start,
        new Edit.CreateEnvironment(ENVIRONMENT, 1),
        create(SWITCH),
        create(TEXT),
        create(NUMBER));
  }

  private static RehearsalMachine machine(int at) {
    ReplicaId replica = new ReplicaId(REPLICAS + at, at + 1L);
    return RehearsalMachine.named(NAMES.get(at), replica, at + 1).uncounted();
  }

  /// Creates one of the flags as it was in the beginning.
  public static Edit create(String key) {
    return switch (key) {
      case SWITCH ->
          Edit.CreateFlag.bool(key).withSettings(Map.of(ENVIRONMENT, FlagSetting.of(false, "on")));
      case TEXT -> only(key, FlagType.STRING, Value.of("Hello"));
      case NUMBER -> only(key, FlagType.NUMBER, Value.Number.of(3));
      default -> throw new IllegalArgumentException("no such flag: " + key);
    };
  }

  private static Edit only(String key, FlagType type, Value value) {
    String variant = variant(key);
    return new Edit.CreateFlag(
            key, type, new TreeMap<>(Map.of(variant, value)), "", new TreeMap<>())
        .withSettings(Map.of(ENVIRONMENT, FlagSetting.of(true, variant)));
  }

  /// The field that the edits of a flag write to.
  public static String field(String key) {
    return key.equals(SWITCH) ? FieldNames.state(ENVIRONMENT) : FieldNames.variant(variant(key));
  }

  private static String variant(String key) {
    return ONLY.getOrDefault(key, "");
  }

  /// Whether the switch is on.
  public static boolean isOn(Workspace workspace) {
    return workspace.flag(SWITCH).filter(flag -> flag.setting(ENVIRONMENT).enabled()).isPresent();
  }

  /// The value of a flag; none if it was deleted.
  public static Optional<Value> value(Workspace workspace, String key) {
    return workspace.flag(key).map(Flag::variants).map(variants -> variants.get(variant(key)));
  }

  /// Sets the value of a flag, or whether it is on.
  public static Edit set(String key, Value value) {
    return new Edit.SetField(EntityId.flag(key), field(key), value);
  }
}
