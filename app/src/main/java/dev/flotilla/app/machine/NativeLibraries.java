package dev.flotilla.app.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Looks for the libraries of the system that JavaFX loads on Linux. Elsewhere it brings its own.
///
/// Only the first time that JavaFX needs one does it say that it is missing, in a stack trace;
/// asking first gives a sentence that names the package. Package names are those of Debian and
/// Ubuntu.
public final class NativeLibraries {
  private static final Map<String, String> DRAWING = new LinkedHashMap<>();
  private static final Map<String, String> WINDOWS = new LinkedHashMap<>();

  static {
    DRAWING.put("libfreetype.so.6", "libfreetype6");
    DRAWING.put("libfontconfig.so.1", "libfontconfig1");
    DRAWING.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
    WINDOWS.putAll(DRAWING);
    WINDOWS.put("libgtk-3.so.0", "libgtk-3-0");
    WINDOWS.put("libXtst.so.6", "libxtst6");
  }

  private NativeLibraries() {}

  /// A sentence that names the missing package, if JavaFX cannot draw text into pictures here.
  public static Optional<String> missingForDrawing() {
    return missing("Pictures of windows cannot be drawn", DRAWING);
  }

  /// A sentence that names the missing package, if JavaFX cannot open windows here.
  public static Optional<String> missingForWindows() {
    return missing("The window cannot be opened", WINDOWS);
  }

  private static Optional<String> missing(String what, Map<String, String> packages) {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    for (var library : packages.entrySet()) {
      if (!loads(library.getKey())) {
        return Optional.of(sentence(what, library.getKey(), library.getValue()));
      }
    }
    return Optional.empty();
  }

  static String sentence(String what, String library, String debian) {
    return what
        + ": this machine has no "
        + library
        + "; install the package "
        + debian
        + " (on Debian: apt install "
        + debian
        + ").";
  }

  // The program is started with native access; nothing is called here.
  @SuppressWarnings("restricted")
  private static boolean loads(String library) {
    try (var arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
