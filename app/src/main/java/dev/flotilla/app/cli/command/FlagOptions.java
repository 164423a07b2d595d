package dev.flotilla.app.cli.command;

import dev.flotilla.model.FlagKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What both `flag create` and `flag set` can say about a flag. Nothing said is nothing changed.
final class FlagOptions {
  @Option(
      names = "--env",
      paramLabel = "E",
      split = ",",
      description = "Apply to this environment; to all of them by default. May be repeated.")
  List<String> environments = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "on|off",
      converter = StateConverter.class,
      description = "Whether applications get the flag at all.")
  StateConverter.@Nullable State state;

  @Option(
      names = "--default",
      paramLabel = "VARIANT",
      description = "The variant that is served; an empty text leaves it to the application.")
  @Nullable String defaultVariant;

  @Option(
      names = "--value",
      paramLabel = "V",
      description = "As --default, by the variant's value: true, red, 42.")
  @Nullable String value;

  @Option(
      names = "--targeting",
      paramLabel = "JSON|@FILE",
      description = "The targeting rule, or the file that has it; an empty text removes it.")
  @Nullable String targeting;

  @Option(
      names = "--variant",
      paramLabel = "NAME=VALUE",
      description = "Add or change a variant. May be repeated.")
  Map<String, String> variants = new LinkedHashMap<>();

  @Option(names = "--description", paramLabel = "TEXT", description = "What the flag is for.")
  @Nullable String description;

  @Option(names = "--owner", paramLabel = "TEXT", description = "Who answers for the flag.")
  @Nullable String owner;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "release, experiment, operational, kill-switch or permission.")
  @Nullable FlagKind kind;

  @Option(
      names = "--folder",
      paramLabel = "F",
      description = "Put the flag into this folder, by its key; an empty text: to the top level.")
  @Nullable String folder;

  @Option(
      names = "--metadata",
      paramLabel = "KEY=VALUE",
      description = "Set metadata: text, a number, true or false. May be repeated.")
  Map<String, String> metadata = new LinkedHashMap<>();

  @Option(names = "--link", paramLabel = "URL", description = "Add a link. May be repeated.")
  List<String> links = new ArrayList<>();

  @Option(names = "--message", paramLabel = "WHY", description = "A line for the log.")
  String message = "";
}
