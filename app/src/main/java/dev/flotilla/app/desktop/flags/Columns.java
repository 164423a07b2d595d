package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.model.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which columns the table has, in which order and how wide: as somebody chose, remembered for all
/// workspaces of the home. What nobody chose follows from the number of environments: a few have a
/// column each, many share one that counts.
///
/// Thread: FX.
final class Columns {
  private static final String ORDER = "table.columns";
  private static final String WIDTHS = "table.widths";
  private static final String HIDDEN = "-";

  /// More environments than this share one column.
  private static final int ENVIRONMENTS_MAX = 5;

  private final DesktopSettings settings;
  private final Map<String, Boolean> chosen = new HashMap<>();
  private final Map<String, Double> widths = new TreeMap<>();
  private final ReadOnlyObjectWrapper<List<Column>> all = new ReadOnlyObjectWrapper<>(List.of());
  private List<String> order = List.of();
  private List<String> environments = List.of();

  Columns(DesktopSettings settings) {
    this.settings = settings;
    read();
  }

  /// All columns there can be now, shown or not, in order.
  ReadOnlyObjectProperty<List<Column>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Those that are shown, in order.
  List<Column> shown() {
    return all.get().stream().filter(this::isShown).toList();
  }

  boolean isShown(Column column) {
    if (column.equals(Column.KEY)) {
      return true;
    }
    Boolean choice = chosen.get(column.name());
    return choice == null ? isShownUnasked(column) : choice;
  }

  /// Whether somebody chose the column.
  boolean isAskedFor(Column column) {
    return chosen.getOrDefault(column.name(), false);
  }

  /// How wide somebody made the column.
  OptionalDouble width(Column column) {
    Double width = widths.get(column.name());
    return width == null ? OptionalDouble.empty() : OptionalDouble.of(width);
  }

  /// The environments there are now.
  void environments(List<Environment> newEnvironments) {
    environments = newEnvironments.stream().map(Environment::name).toList();
    arrange();
  }

  void show(Column column, boolean shown) {
    chosen.put(column.name(), shown);
    order = names(all.get());
    write();
    all.set(List.copyOf(all.get()));
    arrange();
  }

  /// Moves a shown column by this many shown ones.
  void move(Column column, int by) {
    List<Column> shown = new ArrayList<>(shown());
    int from = shown.indexOf(column);
    int to = from + by;
    if (from >= 0 && to >= 0 && to < shown.size()) {
      Collections.rotate(
          shown.subList(Math.min(from, to), Math.max(from, to) + 1), by > 0 ? -1 : 1);
      arrange(shown);
    }
  }

  /// The shown columns are in this order now; hidden ones stay behind the one they were behind.
  void arrange(List<Column> shown) {
    List<Column> next = new ArrayList<>(shown);
    List<Column> before = all.get();
    for (int at = 0; at < before.size(); at++) {
      if (!next.contains(before.get(at))) {
        int behind = at == 0 ? -1 : next.indexOf(before.get(at - 1));
        next.add(behind + 1, before.get(at));
      }
    }
    order = names(next);
    write();
    arrange();
  }

  /// Somebody made the column this wide.
  void widen(Column column, double width) {
    widths.put(column.name(), width);
    write();
  }

  /// Back to what nobody chose.
  void reset() {
    chosen.clear();
    widths.clear();
    order = List.of();
    write();
    all.set(List.of());
    arrange();
  }

  private boolean isShownUnasked(Column column) {
    boolean many = environments.size() > ENVIRONMENTS_MAX;
    return switch (column.name()) {
      case "kind", "owner", "folder" -> false;
      case "states" -> many;
      default -> column.environment().isEmpty() || !many;
    };
  }

  private void arrange() {
    List<Column> usual = new ArrayList<>(List.of(Column.KEY, Column.TYPE));
    environments.forEach(name -> usual.add(Column.environment(name)));
    usual.addAll(
        List.of(
            Column.STATES, Column.TAGS, Column.KIND, Column.OWNER, Column.FOLDER, Column.CHANGED));
    List<Column> next = new ArrayList<>();
    order.stream().map(Column::new).filter(usual::contains).forEach(next::add);
    for (int at = 0; at < usual.size(); at++) {
      if (!next.contains(usual.get(at))) {
        int behind = at == 0 ? -1 : next.indexOf(usual.get(at - 1));
        next.add(behind + 1, usual.get(at));
      }
    }
    all.set(List.copyOf(next));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private void read() {
    List<String> read = new ArrayList<>();
    for (String part : settings.get(ORDER, "").split(",", -1)) {
      boolean hidden = part.startsWith(HIDDEN);
      String name = hidden || part.startsWith("+") ? part.substring(1) : part;
      if (!name.isEmpty()) {
        read.add(name);
        if (!name.equals(part)) {
          chosen.put(name, !hidden);
        }
      }
    }
    order = List.copyOf(read);
    for (String part : settings.get(WIDTHS, "").split(",", -1)) {
      int equals = part.lastIndexOf('=');
      if (equals > 0) {
        try {
          widths.put(part.substring(0, equals), Double.parseDouble(part.substring(equals + 1)));
        } catch (NumberFormatException _) {
          // Somebody edited the file: the column gets the width that it has by itself.
        }
      }
    }
  }

  private void write() {
    settings.setAll(
        Map.of(
            ORDER,
            order.stream().map(this::marked).collect(Collectors.joining(",")),
            WIDTHS,
            widths.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Math.round(entry.getValue()))
                .collect(Collectors.joining(","))));
  }

  private String marked(String name) {
    Boolean choice = chosen.get(name);
    return choice == null ? name : (choice ? "+" : HIDDEN) + name;
  }
}
