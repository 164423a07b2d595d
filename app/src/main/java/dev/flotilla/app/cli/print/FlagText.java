package dev.flotilla.app.cli.print;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Flags for people.
public final class FlagText {
  private FlagText() {}

  /// One line for each flag, with a column for each environment.
  public static void list(List<Flag> flags, Workspace workspace, Output output) {
    List<String> head = new ArrayList<>(List.of("KEY", "TYPE"));
    List<String> environments = workspace.environments().stream().map(Environment::name).toList();
    environments.forEach(name -> head.add(name.toUpperCase(Locale.ROOT)));
    head.addAll(List.of("TAGS", "CHANGED", "BY"));
    var table = new TextTable(head.toArray(String[]::new));
    for (Flag flag : flags) {
      List<String> row = new ArrayList<>(List.of(flag.key(), flag.type().id()));
      environments.forEach(name -> row.add(served(flag, name)));
      row.add(String.join(", ", flag.tags()));
      row.add(Moments.text(flag.lastChange().at()));
      row.add(Devices.name(workspace, flag.lastChange().replica()));
      table.row(row.toArray(String[]::new));
    }
    output.table(table);
    long conflicted = flags.stream().filter(Flag::conflicted).count();
    if (conflicted > 0) {
      output.note(
          conflicted
              + (conflicted == 1 ? " flag has" : " flags have")
              + " conflicts; `flotilla conflict list` shows them.");
    }
  }

  private static String served(Flag flag, String environment) {
    String value = flag.value(environment).map(Values::text).orElse("code default");
    return (flag.setting(environment).enabled() ? "on: " : "off: ") + value;
  }

  /// Everything about one flag.
  public static void show(Flag flag, Workspace workspace, Output output) {
    line(output, flag.key(), flag.type().id() + (flag.archived() ? ", archived" : ""));
    line(output, "description", flag.description());
    line(output, "owner", flag.owner());
    line(output, "kind", flag.kind().map(FlagKind::id).orElse(""));
    flag.folder().ifPresent(folder -> line(output, "folder", path(folder, workspace)));
    line(output, "tags", String.join(", ", flag.tags()));
    flag.variants().forEach((name, value) -> line(output, "variant " + name, Values.text(value)));
    flag.prerequisites().forEach((other, variant) -> line(output, "requires " + other, variant));
    for (Environment environment : workspace.environments()) {
      FlagSetting setting = flag.setting(environment.name());
      line(output, "in " + environment.name(), served(flag, environment.name()) + variant(setting));
      setting.rules().forEach(rule -> line(output, "  rule " + RulePrint.line(rule)));
      setting.targeting().ifPresent(rule -> line(output, "  targeting", rule));
    }
    flag.metadata().forEach((name, value) -> line(output, "metadata " + name, Values.text(value)));
    flag.links().forEach(link -> line(output, "link", link));
    line(
        output,
        "changed",
        Moments.text(flag.lastChange().at())
            + " by "
            + Devices.name(workspace, flag.lastChange().replica()));
    if (workspace.isFrozen(flag.id())) {
      output.note(
          "This flag was edited with a newer version of Flotilla; update Flotilla to edit it.");
    }
    if (flag.conflicted()) {
      output.note("This flag has conflicts; `flotilla conflict list` shows them.");
    }
  }

  private static String variant(FlagSetting setting) {
    return setting.defaultVariant().map(name -> " (variant " + name + ")").orElse("");
  }

  private static String path(String folder, Workspace workspace) {
    return workspace.folder(folder).map(Folder::path).orElse(folder);
  }

  private static void line(Output output, String line) {
    output.line(TextTable.printable(line));
  }

  private static void line(Output output, String name, String value) {
    if (!value.isEmpty()) {
      line(output, name + ": " + value);
    }
  }
}
