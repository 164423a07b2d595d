package dev.flotilla.app.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.flotilla.app.exchange.CsvColumn.Kind;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.json.ValueText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes flags as a table that comes back by an import: a row each, commas, and a byte order mark,
/// without which Excel takes the text for another encoding. Cost: O(flags).
public final class CsvWriting {
  private static final String MARK = "\uFEFF";

  private CsvWriting() {}

  /// The table of these flags; of all if there are none.
  public static String write(Workspace workspace, Set<String> chosen) {
    List<Flag> flags =
        workspace.flags().stream()
            .filter(flag -> chosen.isEmpty() || chosen.contains(flag.key()))
            .toList();
    var columns = columns(workspace, flags);
    var folders = folders(workspace);
    var text = new StringWriter();
    text.write(MARK);
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns.stream().map(CsvColumn::header).toList());
      for (Flag flag : flags) {
        csv.writeRecord(columns.stream().map(column -> cell(folders, flag, column)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<CsvColumn> columns(Workspace workspace, List<Flag> flags) {
    var columns = new ArrayList<CsvColumn>();
    for (Kind kind : Kind.values()) {
      if (!kind.isSetting() && kind != Kind.METADATA) {
        columns.add(new CsvColumn(kind, ""));
      }
    }
    for (Environment environment : workspace.environments()) {
      for (Kind kind : List.of(Kind.STATE, Kind.DEFAULT, Kind.TARGETING)) {
        columns.add(new CsvColumn(kind, environment.name()));
      }
    }
    var metadata = new TreeSet<String>();
    flags.forEach(flag -> metadata.addAll(flag.metadata().keySet()));
    metadata.forEach(name -> columns.add(new CsvColumn(Kind.METADATA, name)));
    return columns;
  }

  /// What to call each folder by: its path, if that is read as this folder, else its key.
  private static Map<String, String> folders(Workspace workspace) {
    var meant = CsvIncoming.folders(workspace);
    var names = new HashMap<String, String>();
    for (Folder folder : workspace.folders()) {
      var path = folder.path();
      boolean clear = folder.key().equals(meant.get(path)) && path.strip().equals(path);
      names.put(folder.key(), clear ? path : folder.key());
    }
    return names;
  }

  private static String cell(Map<String, String> folders, Flag flag, CsvColumn column) {
    FlagSetting setting = flag.setting(column.name());
    return switch (column.kind()) {
      case KEY -> CsvGuard.write(flag.key());
      case TYPE -> flag.type().id();
      case DESCRIPTION -> CsvGuard.write(flag.description());
      case OWNER -> CsvGuard.write(flag.owner());
      case KIND -> flag.kind().map(FlagKind::id).orElse("");
      case ARCHIVED -> flag.archived() ? "on" : "";
      case TAGS -> elements(flag.tags());
      case LINKS -> elements(flag.links());
      case FOLDER ->
          flag.folder().map(key -> CsvGuard.write(folders.getOrDefault(key, key))).orElse("");
      case VARIANTS -> variants(flag);
      case STATE -> setting.enabled() ? "on" : "off";
      case DEFAULT -> CsvGuard.write(setting.defaultVariant().orElse(""));
      case TARGETING -> setting.effectiveTargeting().orElse("");
      case METADATA ->
          CsvCells.metadataCell(flag.metadata().getOrDefault(column.name(), Value.absent()));
    };
  }

  private static String elements(Collection<String> elements) {
    boolean plain = elements.stream().noneMatch(text -> text.matches("(?s)\\[.*|.*[,;|\\n\\r].*"));
    return plain
        ? CsvGuard.write(String.join("; ", elements))
        : elements.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
  }

  private static String variants(Flag flag) {
    var members = new LinkedHashMap<String, JsonValue>();
    flag.variants()
        .forEach((name, value) -> {
          boolean broken =
              value instanceof Value.Json(var json) && JsonText.parseError(json).isPresent();
          if (!broken) {
            members.put(name, ValueText.tree(value));
          }
        });
    return members.isEmpty() ? "" : JsonText.compact(new JsonObject(Position.START, members));
  }
}
