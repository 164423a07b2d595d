package dev.flotilla.app;

import org.jspecify.annotations.Nullable;

/// Finds the command in a command line before it is parsed, to decide what must be loaded.
final class CommandWord {
  private static final String[] WITH_VALUE = {
    "--home", "--port", "--discovery", "--peer", "--workspace", "--device-name"
  };

  private CommandWord() {}

  /// The first argument that is neither an option nor the value of one.
  static @Nullable String of(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("-")) {
        return arguments[i];
      }
      if (takesValue(arguments[i])) {
        i++;
      }
    }
    return null;
  }

  /// Whether this command runs in a process of its own even while another holds the home.
  static boolean standsAlone(@Nullable String word) {
    return word == null || word.equals("node") || word.equals("tour") || word.equals("desktop");
  }

  private static boolean takesValue(String option) {
    for (String name : WITH_VALUE) {
      if (name.equals(option)) {
        return true;
      }
    }
    return false;
  }
}
