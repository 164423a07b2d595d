package dev.flotilla.openfeature.flagd;

import java.util.Set;
import java.util.regex.Pattern;

/// What `sem_ver` compares, and how.
///
/// @see <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>
final class SemanticVersions {
  /// Equal, unequal, order, `~` for the same minor version, `^` for the same major version.
  static final Set<String> COMPARISONS = Set.of("=", "!=", ">", "<", ">=", "<=", "~", "^");

  // Bounds the depth of the matcher's recursion.
  private static final int LENGTH_MAX = 256;

  private static final Pattern VERSION =
      Pattern.compile(
          "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
              + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)"
              + "(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
              + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?");

  private SemanticVersions() {}

  static boolean isVersion(String text) {
    return text.length() <= LENGTH_MAX && VERSION.matcher(text).matches();
  }
}
