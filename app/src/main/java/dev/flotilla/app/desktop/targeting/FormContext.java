package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.function.Supplier;

/// What the parts of a rule's form have in common.
///
/// @param id what the ids of the rule's controls begin with
/// @param attributes names to offer, most used first
record FormContext(String id, TargetingForm form, Texts texts, Supplier<List<String>> attributes) {
  RuleWords words() {
    return new RuleWords(texts);
  }

  FormContext in(String part) {
    return new FormContext(id + "-" + part, form, texts, attributes);
  }
}
