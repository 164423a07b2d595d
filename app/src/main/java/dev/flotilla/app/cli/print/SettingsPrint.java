package dev.flotilla.app.cli.print;

import dev.flotilla.net.Setting;
import dev.flotilla.net.Settings;
import dev.flotilla.net.SettingsFile;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The settings of a home, for people and for programs.
///
/// @param path where the file is or would be
/// @param file what it says now
/// @param inForce what the node took when it was opened
public record SettingsPrint(Path path, SettingsFile file, Settings inForce) {
  /// A table, and a note where the file was changed since the node was opened.
  public void show(Output output) {
    var table = new TextTable("SETTING", "VALUE", "DEFAULT", "FROM");
    for (Setting<?> setting : Settings.ALL) {
      var line = file.lineOf(setting);
      table.row(
          setting.key(),
          orDash(setting.textIn(file.settings())),
          orDash(setting.defaultText()),
          line.isPresent() ? "line " + line.getAsInt() : "default");
    }
    output.line("file: " + path);
    output.table(table);
    for (Setting<?> setting : Settings.ALL) {
      if (!setting.textIn(inForce).equals(setting.textIn(file.settings()))) {
        output.note(
            "%s is %s until the running Flotilla is started again."
                .formatted(setting.key(), orDash(setting.textIn(inForce))));
      }
    }
  }

  /// The shape that `docs/cli.md` describes.
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("file", path.toString());
    ArrayNode settings = node.putArray("settings");
    for (Setting<?> setting : Settings.ALL) {
      var line = file.lineOf(setting);
      ObjectNode entry = settings.addObject();
      entry.put("key", setting.key());
      entry.put("value", setting.textIn(file.settings()));
      entry.put("default", setting.defaultText());
      entry.put("allowed", setting.allowed());
      entry.put("line", line.isPresent() ? Integer.valueOf(line.getAsInt()) : null);
      entry.put("inForce", setting.textIn(inForce));
    }
    return node;
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
