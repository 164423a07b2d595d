package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What of a flag is copied from one environment to which others, with a preview that follows edits
/// of others until it is done.
///
/// Thread: FX.
final class CopySettingForm implements AutoCloseable {
  /// What changes in an environment.
  record Preview(String environment, boolean isProtected, List<Line> lines) {}

  /// A part of a setting before and after.
  ///
  /// @param details what `after` stands for, a line each
  record Line(String name, String before, String after, List<String> details) {}

  private final FlagEditorViewModel model;
  private final Texts texts;
  private final SettingWords words;
  private final ObjectProperty<String> from = new SimpleObjectProperty<>("");
  private final Map<String, BooleanProperty> targets = new LinkedHashMap<>();
  private final Map<Aspect, BooleanProperty> aspects = new EnumMap<>(Aspect.class);
  private final ReadOnlyObjectWrapper<List<Preview>> preview =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription subscription;

  CopySettingForm(FlagEditorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new SettingWords(texts);
    List<EnvironmentForm> forms = List.copyOf(model.environments());
    from.set(forms.getFirst().name());
    // A protected environment is only written to when somebody asked for it.
    forms.forEach(form -> targets.put(form.name(), chosen(!form.isProtected())));
    for (Aspect aspect : Aspect.values()) {
      aspects.put(aspect, chosen(true));
    }
    from.subscribe((String _) -> look());
    this.subscription = model.flagProperty().subscribe((Flag _) -> look());
  }

  private BooleanProperty chosen(boolean first) {
    BooleanProperty chosen = new SimpleBooleanProperty(first);
    chosen.addListener((_, _, _) -> look());
    return chosen;
  }

  String flag() {
    return model.flagProperty().get().key();
  }

  List<String> environments() {
    return List.copyOf(targets.keySet());
  }

  ObjectProperty<String> fromProperty() {
    return from;
  }

  BooleanProperty toProperty(String environment) {
    return Objects.requireNonNull(targets.get(environment));
  }

  BooleanProperty aspectProperty(Aspect aspect) {
    return Objects.requireNonNull(aspects.get(aspect));
  }

  /// What will change; empty where nothing will.
  ReadOnlyObjectProperty<List<Preview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Copies as one change.
  void copy() {
    Flag flag = model.flagProperty().get();
    SettingCopy copy = wanted();
    List<String> changed = List.copyOf(copy.changes(flag).keySet());
    if (!changed.isEmpty()) {
      model.change(
          texts.of("flagpage.copied", flag.key(), copy.from(), String.join(", ", changed)),
          copy.edits(flag));
    }
  }

  private SettingCopy wanted() {
    List<String> to = new ArrayList<>();
    targets.forEach((name, chosen) -> {
      if (chosen.get()) {
        to.add(name);
      }
    });
    Set<Aspect> what = new TreeSet<>();
    aspects.forEach((aspect, chosen) -> {
      if (chosen.get()) {
        what.add(aspect);
      }
    });
    return new SettingCopy(from.get(), to, what);
  }

  private void look() {
    Flag flag = model.flagProperty().get();
    FlagSetting source = flag.setting(from.get());
    List<Preview> previews = new ArrayList<>();
    wanted()
        .changes(flag)
        .forEach((environment, differing) ->
            previews.add(
                new Preview(
                    environment,
                    isProtected(environment),
                    differing.stream()
                        .map(aspect ->
                            new Line(
                                words.name(aspect),
                                words.of(aspect, flag.setting(environment)),
                                words.of(aspect, source),
                                aspect == Aspect.RULES ? words.eachRule(source) : List.of()))
                        .toList())));
    preview.set(List.copyOf(previews));
  }

  private boolean isProtected(String environment) {
    return model.environments().stream()
        .anyMatch(form -> form.name().equals(environment) && form.isProtected());
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
