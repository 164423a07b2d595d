package dev.flotilla.app.desktop.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;

/// The words of the desktop, by key, in one language. Messages with arguments follow
/// `MessageFormat`; plurals are choices inside the message, never put together in code.
///
/// Each feature has a bundle of its own, in English and in each other language; a key is in one of
/// them only.
public final class Texts {
  /// The bundles, by feature.
  static final List<String> PARTS =
      List.of(
          "app",
          "causality",
          "code",
          "command",
          "conflicts",
          "counters",
          "diagram",
          "editor",
          "filter",
          "flagpage",
          "flags",
          "frame",
          "guide",
          "history",
          "inbox",
          "live",
          "machines",
          "merge",
          "peers",
          "rehearsal",
          "seen",
          "shell",
          "tagsets",
          "targeting",
          "transfer",
          "words");

  /// The languages that the desktop speaks.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final String FOLDER = "dev.flotilla.app.desktop.texts.";

  private final Map<String, String> texts;
  private final Locale locale;

  /// The texts in the language of `locale`, or in English where there are none.
  public Texts(Locale locale) {
    this.locale = locale;
    this.texts = new TreeMap<>();
    PARTS.forEach(part -> {
      ResourceBundle bundle = bundle(part, locale);
      bundle.keySet().forEach(key -> add(key, bundle.getString(key)));
    });
  }

  static ResourceBundle bundle(String part, Locale locale) {
    return ResourceBundle.getBundle(
        FOLDER + part,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The language of the desktop for somebody who chose `tag`: that language if it is spoken, else
  /// that of the system if it is, else English.
  public static Locale language(String tag, Locale system) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(tag))
        .findFirst()
        .or(() ->
            LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(system.getLanguage()))
                .findFirst())
        .orElse(Locale.ENGLISH);
  }

  /// The text of `key`. A missing key is a bug and throws.
  public String of(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
    }
    return text;
  }

  /// The message of `key` with its arguments.
  public String of(String key, Object... arguments) {
    return new MessageFormat(of(key), locale).format(arguments);
  }

  public Locale locale() {
    return locale;
  }

  private void add(String key, String text) {
    if (texts.put(key, text) != null) {
      throw new IllegalStateException("two texts for " + key);
    }
  }
}
