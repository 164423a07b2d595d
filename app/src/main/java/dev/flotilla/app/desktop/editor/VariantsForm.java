package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;

/// What can be done with the variants of a flag beside giving them values: other names, removing
/// them, and where they are used.
///
/// Thread: FX.
final class VariantsForm {
  private final WorkspaceModel model;
  private final ReadOnlyObjectProperty<Flag> flag;
  private final StringProperty problem;
  private final Texts texts;

  /// `problem` gets what was wrong with the last thing that was tried.
  VariantsForm(
      WorkspaceModel model,
      ReadOnlyObjectProperty<Flag> flag,
      StringProperty problem,
      Texts texts) {
    this.model = model;
    this.flag = flag;
    this.problem = problem;
    this.texts = texts;
  }

  /// Where a variant is used, for example "Served in production; rule 2 in staging".
  String uses(String variant) {
    VariantUses uses = VariantUses.of(model.workspace(), flag.get(), variant);
    List<String> parts = new ArrayList<>();
    if (!uses.defaults().isEmpty()) {
      parts.add(texts.of("flagpage.uses.served", String.join(", ", uses.defaults())));
    }
    for (VariantUses.RuleUse use : uses.rules()) {
      parts.add(texts.of("flagpage.uses.rule", use.place(), use.environment()));
    }
    for (String environment : uses.targeting()) {
      parts.add(texts.of("flagpage.uses.targeting", environment));
    }
    if (!uses.requiring().isEmpty()) {
      parts.add(texts.of("flagpage.uses.required", String.join(", ", uses.requiring())));
    }
    return parts.isEmpty() ? texts.of("flagpage.uses.none") : sentence(String.join("; ", parts));
  }

  private String sentence(String parts) {
    int first = parts.offsetByCodePoints(0, 1);
    return parts.substring(0, first).toUpperCase(texts.locale()) + parts.substring(first);
  }

  /// Gives a variant another name, with all its uses. True when that was sent, or nothing had to
  /// be.
  boolean rename(String variant, String wanted) {
    problem.set("");
    String name = wanted.strip();
    if (name.equals(variant)) {
      return true;
    }
    if (name.isEmpty() || flag.get().variants().containsKey(name)) {
      problem.set(
          name.isEmpty()
              ? texts.of("editor.variant.unnamed")
              : texts.of("editor.variant.exists", name));
      return false;
    }
    String key = flag.get().key();
    model.editAndSay(
        texts.of("flagpage.renamed", variant, name, key),
        VariantRename.edits(model.workspace(), flag.get(), variant, name));
    return true;
  }

  /// Removes a variant that nothing leads to; else says what does.
  void remove(String variant) {
    problem.set("");
    VariantUses uses = VariantUses.of(model.workspace(), flag.get(), variant);
    if (!uses.isEmpty()) {
      problem.set(texts.of("flagpage.uses.refused", variant, uses(variant)));
      return;
    }
    if (flag.get().variants().size() == 1) {
      problem.set(texts.of("flagpage.variant.last"));
      return;
    }
    model.editAndSay(
        texts.of("flagpage.variant.removed", variant, flag.get().key()),
        List.of(
            new Edit.SetField(
                EntityId.flag(flag.get().key()),
                FieldNames.variant(variant),
                Value.absent(),
                Optional.empty())));
  }
}
