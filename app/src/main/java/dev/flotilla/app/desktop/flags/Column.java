package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A column of the table, by the name under which settings remember it.
record Column(String name) {
  static final Column KEY = new Column("key");
  static final Column TYPE = new Column("type");
  static final Column KIND = new Column("kind");
  static final Column OWNER = new Column("owner");
  static final Column FOLDER = new Column("folder");
  static final Column STATES = new Column("states");
  static final Column TAGS = new Column("tags");
  static final Column CHANGED = new Column("changed");

  private static final String ENVIRONMENT = "env/";

  /// What rows are sorted by in a column.
  sealed interface Value {
    /// Their keys.
    record Key() implements Value {}

    /// A number.
    record Rank(ToLongFunction<FlagRow> of) implements Value {}

    /// A text that many rows share.
    record Text(Function<FlagRow, String> of) implements Value {}
  }

  /// The column of one environment.
  static Column environment(String name) {
    return new Column(ENVIRONMENT + name);
  }

  /// The environment whose column this is.
  Optional<String> environment() {
    return name.startsWith(ENVIRONMENT)
        ? Optional.of(name.substring(ENVIRONMENT.length()))
        : Optional.empty();
  }

  String title(Texts texts) {
    if (environment().isPresent()) {
      return environment().get();
    }
    return switch (name) {
      case "type" -> texts.of("flags.type");
      case "kind" -> texts.of("flags.kind");
      case "owner" -> texts.of("flags.owner");
      case "folder" -> texts.of("flags.folder");
      case "states" -> texts.of("flags.states");
      case "tags" -> texts.of("flags.tags");
      case "changed" -> texts.of("flags.changed");
      default -> texts.of("flags.key");
    };
  }

  /// How much room the columns leave to the keys.
  enum Room {
    WIDE,
    TIGHT,
    NARROW
  }

  /// How wide it is unless somebody made it wider or narrower, in pixels.
  double width(Room room) {
    if (environment().isPresent()) {
      return switch (room) {
        case WIDE -> 132;
        case TIGHT -> 112;
        case NARROW -> 98;
      };
    }
    boolean wide = room == Room.WIDE;
    return switch (name) {
      case "type" -> 92;
      case "kind" -> 110;
      case "owner", "folder", "states" -> 160;
      case "tags" -> wide ? 190 : 132;
      default -> wide ? 170 : 148;
    };
  }

  /// Whether it goes first where there is no room: the editor, or a tile, says the same.
  boolean canGo() {
    return switch (name) {
      case "type", "kind", "owner", "folder", "changed", "tags" -> true;
      default -> false;
    };
  }

  Value value() {
    if (environment().isPresent()) {
      String environment = environment().get();
      return new Value.Text(row -> state(row.flag().setting(environment)));
    }
    return switch (name) {
      case "type" -> new Value.Text(row -> row.flag().type().id());
      case "kind" -> new Value.Text(row -> row.flag().kind().map(FlagKind::id).orElse(""));
      case "owner" -> new Value.Text(row -> row.flag().owner());
      case "folder" -> new Value.Text(row -> row.flag().folder().orElse(""));
      case "states" -> new Value.Rank(row -> -enabled(row.flag()));
      case "tags" ->
          new Value.Text(row -> row.flag().tags().isEmpty() ? "" : row.flag().tags().first());
      // Nobody looks for what was changed longest ago first.
      case "changed" -> new Value.Rank(row -> -row.changed().toEpochMilli());
      default -> new Value.Key();
    };
  }

  private static long enabled(Flag flag) {
    return flag.environments().values().stream().filter(FlagSetting::enabled).count();
  }

  /// What is on comes first, then by what it serves.
  private static String state(FlagSetting setting) {
    return (setting.enabled() ? "0" : "1") + setting.defaultVariant().orElse("\uffff");
  }
}
