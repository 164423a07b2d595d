package dev.flotilla.testkit.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Runs the fuzzer Jazzer over the decoders of a module, one after the other, each in a process of
/// its own. `docs/fuzzing.md` says how.
///
/// Finds are printed as the text that a `.hex` file has. What reaches something new is kept in the
/// build folder for the next run; [#keep] puts the shortest of it beside the tests.
public final class Fuzzing {
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
  private static final Pattern STATISTICS =
      Pattern.compile(".*(cov: \\d+ ft: \\d+ corp: \\S+).*|.*(number_of_executed_units: *\\d+).*");
  private static final String ALL = "all";
  private static final int KEPT_BYTES_MAX = 24 << 10;
  private static final int KEPT_INPUT_BYTES_MAX = 2_048;

  private final String decoders;
  private final int seconds;
  private final Path folder;
  private final Path resources;

  private Fuzzing(String decoders, int seconds, Path folder, Path resources) {
    this.decoders = decoders;
    this.seconds = seconds;
    this.folder = folder;
    this.resources = resources;
  }

  /// @param arguments class of the decoders; seconds for each; build folder; folder of the inputs
  ///   that the tests have; names of decoders, separated by commas, or `all`; whether to keep what
  ///   was found of use
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ClassNotFoundException {
    var fuzzing =
        new Fuzzing(
            arguments[0],
            Integer.parseInt(arguments[1]),
            Path.of(arguments[2]),
            Path.of(arguments[3]));
    var chosen = Arrays.asList(arguments[4].split(","));
    var keep = Boolean.parseBoolean(arguments[5]);
    var finds = 0;
    for (var constant : Class.forName(arguments[0]).getEnumConstants()) {
      var name = ((Decoder) constant).name();
      if (chosen.contains(ALL) || chosen.contains(name)) {
        finds += fuzzing.fuzz(name);
        if (keep) {
          fuzzing.keep(name);
        }
      }
    }
    if (finds > 0) {
      System.err.printf(
          "%d finds. Save each as a .hex file with a speaking name below %s, and mend it.%n",
          finds, arguments[3]);
      System.exit(1);
    }
  }

  /// @return how many inputs the decoder does not stand
  private int fuzz(String name) throws IOException, InterruptedException {
    var seeds = Files.createDirectories(folder.resolve(name).resolve("seeds"));
    var reached = Files.createDirectories(folder.resolve(name).resolve("reached"));
    var number = 0;
    for (var input : Corpus.below(resources).values()) {
      Files.write(seeds.resolve("seed-" + number++), input);
    }
    var finds = Files.createDirectories(folder.resolve(name).resolve("finds"));
    for (var old : files(finds)) {
      Files.delete(old);
    }
    var log = folder.resolve(name).resolve("log");
    run(
        name,
        log,
        List.of(
            "-max_total_time=" + seconds,
            "-max_len=8192",
            "-print_final_stats=1",
            "-artifact_prefix=" + finds + "/",
            reached.toString(),
            seeds.toString()));
    System.out.println(name + ": " + statistics(log));
    for (var find : files(finds)) {
      System.err.println(name + " " + find.getFileName() + ": see " + log);
      System.err.println(HexFormat.of().formatHex(Files.readAllBytes(find)));
    }
    return files(finds).size();
  }

  /// Puts the shortest inputs that together reach what all of them reach beside the tests.
  private void keep(String name) throws IOException, InterruptedException {
    var all = folder.resolve(name).resolve("reached");
    var few = folder.resolve(name).resolve("few");
    if (Files.exists(few)) {
      for (var old : files(few)) {
        Files.delete(old);
      }
    }
    Files.createDirectories(few);
    run(
        name,
        folder.resolve(name).resolve("merge.log"),
        List.of("-merge=1", few.toString(), all.toString()));
    var inputs = new ArrayList<byte[]>();
    for (var file : files(few)) {
      inputs.add(Files.readAllBytes(file));
    }
    inputs.sort((one, other) -> Integer.compare(one.length, other.length));
    var lines = new ArrayList<String>();
    var room = KEPT_BYTES_MAX;
    for (var input : inputs) {
      if (input.length > 0 && input.length <= Math.min(room, KEPT_INPUT_BYTES_MAX)) {
        lines.add(HexFormat.of().formatHex(input));
        room -= input.length;
      }
    }
    var seeds = Files.createDirectories(resources.resolve("seeds"));
    Files.write(seeds.resolve(name + ".seeds"), lines);
  }

  private void run(String name, Path log, List<String> arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + decoders + " " + name,
                "--instrumentation_includes=dev.flotilla.**",
                "--custom_hook_includes=dev.flotilla.**",
                "--reproducer_path=" + folder.resolve(name),
                "-rss_limit_mb=2048"));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var _ = process.waitFor();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String statistics(Path log) throws IOException {
    var reached = "";
    var runs = "";
    for (var line : Files.readAllLines(log)) {
      var found = STATISTICS.matcher(line);
      if (found.matches()) {
        reached = found.group(1) == null ? reached : found.group(1);
        runs = found.group(2) == null ? runs : found.group(2).replaceAll("\\D+", "");
      }
    }
    return runs + " inputs, " + reached;
  }
}
