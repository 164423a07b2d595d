package dev.flotilla.app.desktop.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Opens links outside of the program. Links come from other machines: only addresses of web pages
/// are ever handed on, never files or other programs.
public final class Browser {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  // The toolkit gives the way to the browser to the one application object only.
  private static final AtomicReference<Consumer<String>> OPENER = new AtomicReference<>(_ -> {});

  private Browser() {}

  /// Tells once how pages are opened.
  public static void openWith(Consumer<String> opener) {
    OPENER.set(opener);
  }

  /// Whether `link` is the address of a web page.
  public static boolean isPage(String link) {
    try {
      URI address = new URI(link.strip());
      return address.getScheme() != null
          && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
          && address.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// Opens a page; does nothing for anything else.
  public static void open(String link) {
    if (isPage(link)) {
      OPENER.get().accept(link.strip());
    }
  }
}
