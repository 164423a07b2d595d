package dev.flotilla.app.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the desktop, by key, in one language. Messages with arguments follow
/// `MessageFormat`; plurals are choices inside the message, never put together in code.
public final class Texts {
  private static final String BUNDLE = "dev.flotilla.app.desktop.texts";

  private final ResourceBundle bundle;
  private final Locale locale;

  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The text of `key`. A missing key is a bug and throws.
  public String of(String key) {
    return bundle.getString(key);
  }

  /// The message of `key` with its arguments.
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  public Locale locale() {
    return locale;
  }
}
