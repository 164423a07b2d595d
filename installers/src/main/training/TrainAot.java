import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes the AOT cache of an app image: runs the program once, on the image's own Java, with the
/// class path and the options of its launcher. The cache is valid for exactly these.
///
/// Arguments: the folder of the image, the log of the run, then the program's own arguments.
final class TrainAot {
  // The cache is refused if a jar has another time than in training. Packaging gives files new
  // times, so installed files are set to this one again: see postinst.
  private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-11-21T00:00:00Z"));

  private TrainAot() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path image = Path.of(args[0]);
    Path appDir = firstFolder(image.resolve("lib/app"), image.resolve("Contents/app"), image.resolve("app"));
    Path runtime =
        firstFolder(
            image.resolve("lib/runtime"), image.resolve("Contents/runtime/Contents/Home"), image.resolve("runtime"));
    Path cache = appDir.resolve("app.aot");
    Files.deleteIfExists(cache);

    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
    List<String> classPath = new ArrayList<>();
    String main = "";
    for (String line : Files.readAllLines(launcherConfig(appDir))) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        continue;
      }
      String value = line.substring(equals + 1).replace("$APPDIR", appDir.toString());
      switch (line.substring(0, equals)) {
        case "app.classpath" -> classPath.add(value);
        case "app.mainclass" -> main = value;
        case "java-options" -> {
          if (!value.startsWith("-XX:AOTCache")) {
            command.add(value);
          }
        }
        default -> {}
      }
    }
    for (String jar : classPath) {
      Files.setLastModifiedTime(Path.of(jar), JAR_TIME);
    }
    command.addAll(
        List.of(
            "-XX:AOTCacheOutput=" + cache,
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            String.join(System.getProperty("path.separator"), classPath),
            main));
    command.addAll(List.of(args).subList(2, args.length));

    Path log = Path.of(args[1]);
    ProcessBuilder run = new ProcessBuilder(command).redirectErrorStream(true);
    int exit = run.redirectOutput(log.toFile()).start().waitFor();
    if (exit != 0 || !Files.exists(cache)) {
      System.err.println("The training run failed (exit code " + exit + "), see " + log);
      System.exit(1);
    }
    System.out.println("AOT cache: " + Files.size(cache) / 1_000_000 + " MB");
  }

  private static Path firstFolder(Path... candidates) {
    return Stream.of(candidates).filter(Files::isDirectory).findFirst().orElseThrow();
  }

  private static Path launcherConfig(Path appDir) throws IOException {
    try (Stream<Path> files = Files.list(appDir)) {
      return files.filter(file -> file.toString().endsWith(".cfg")).findFirst().orElseThrow();
    }
  }
}
