package dev.flotilla.net;

import java.util.function.Function;

/// One thing that a person may set: its name in the file, what it may be, and what it is if nobody
/// sets it. All of them: [Settings#ALL]. The reasons for the defaults are in `docs/settings.md`.
///
/// @param <T> the kind of its values
public final class Setting<T> {
  private final String key;
  private final T byDefault;
  private final SettingForm<T> form;
  private final Function<Settings, T> value;

  Setting(String key, T byDefault, SettingForm<T> form, Function<Settings, T> value) {
    this.key = key;
    this.byDefault = byDefault;
    this.form = form;
    this.value = value;
  }

  /// Its name in the file.
  public String key() {
    return key;
  }

  /// What it may be, for people; fits after "takes".
  public String allowed() {
    return form.allowed();
  }

  /// What it is if nobody sets it, as one would write it into the file.
  public String defaultText() {
    return form.write(byDefault);
  }

  /// What it is in `settings`, as one would write it into the file.
  public String textIn(Settings settings) {
    return form.write(value.apply(settings));
  }

  T byDefault() {
    return byDefault;
  }

  SettingForm<T> form() {
    return form;
  }

  /// The value itself.
  ///
  /// @throws IllegalArgumentException if it is not allowed
  void require(T wanted) {
    if (!form.allows(wanted)) {
      throw new IllegalArgumentException(
          "%s takes %s, not %s".formatted(key, form.allowed(), form.write(wanted)));
    }
  }
}
