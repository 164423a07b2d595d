package dev.flotilla.app.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the folder that holds all files of one profile: `--home`, else `$FLOTILLA_HOME`, else
/// where the system keeps a program's own files.
///
/// Runs before the command line is parsed, so it loads nothing beyond `java.base` and uses no
/// lambda.
public final class HomeFolder {
  private static final String OPTION = "--home";

  private HomeFolder() {}

  /// The home for these arguments, absolute and normalized. It need not exist.
  public static Path locate(String[] arguments) {
    return locate(arguments, System.getenv(), System.getProperty("os.name", ""));
  }

  /// As [#locate(String\[\])], with the environment and the name of the system given.
  static Path locate(String[] arguments, Map<String, String> environment, String system) {
    String asked = asked(arguments);
    Path home = asked == null ? preset(environment, system) : Path.of(asked);
    return home.toAbsolutePath().normalize();
  }

  private static @Nullable String asked(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--")) {
        return null;
      }
      if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
      if (arguments[i].startsWith("--home=")) {
        return arguments[i].substring("--home=".length());
      }
    }
    return null;
  }

  private static Path preset(Map<String, String> environment, String system) {
    String chosen = environment.get("FLOTILLA_HOME");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    String user = System.getProperty("user.home", ".");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String roaming = environment.get("APPDATA");
      return roaming == null
          ? Path.of(user, "AppData", "Roaming", "Flotilla")
          : Path.of(roaming, "Flotilla");
    }
    if (name.startsWith("mac")) {
      return Path.of(user, "Library", "Application Support", "Flotilla");
    }
    String share = environment.get("XDG_DATA_HOME");
    return share == null || share.isBlank()
        ? Path.of(user, ".local", "share", "flotilla")
        : Path.of(share, "flotilla");
  }
}
