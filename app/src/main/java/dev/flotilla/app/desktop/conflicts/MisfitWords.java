package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Slot;
import java.util.List;

/// Conflicts between parts of flags that no longer fit together, in words.
final class MisfitWords {
  private final ConflictNames names;
  private final Texts texts;
  private final RuleNames fields;

  MisfitWords(ConflictNames names) {
    this.names = names;
    this.texts = names.texts();
    this.fields = new RuleNames(names::workspace, texts);
  }

  ConflictView missing(Conflict.MissingVariant missing) {
    Alternative gone = missing.alternatives().getFirst();
    Alternative used = missing.alternatives().getLast();
    Use use = use(missing);
    return new ConflictView(
        missing,
        missing.slot() instanceof Slot.Field(_, var field)
            ? fields.field(missing.entity(), field)
            : texts.of("conflicts.misfit.required", missing.flag()),
        texts.of(
            "conflicts.story.misfit",
            names.subject(List.of(gone)),
            missing.variant(),
            names.inside(List.of(used))),
        List.of(
            names.option(gone, texts.of(use.gone()), 0, texts.of(use.leave(), missing.flag())),
            names.option(
                used,
                texts.of("conflicts.misfit.used", missing.variant()),
                1,
                texts.of("conflicts.misfit.bringBack", missing.variant()))),
        List.of());
  }

  /// How a variant is used that is gone, and what letting go of it is called.
  private record Use(String gone, String leave) {}

  private static Use use(Conflict.MissingVariant missing) {
    if (missing.environment().isEmpty()) {
      return new Use("conflicts.misfit.gone.required", "conflicts.misfit.leave.required");
    }
    return missing.rule().isPresent()
        ? new Use("conflicts.misfit.gone.rule", "conflicts.misfit.leave.rule")
        : new Use("conflicts.misfit.gone.default", "conflicts.misfit.leave.default");
  }

  ConflictView wrongType(Conflict.WrongType wrong) {
    Alternative type = wrong.alternatives().getFirst();
    Alternative value = wrong.alternatives().getLast();
    String field = wrong.slot().name();
    return new ConflictView(
        wrong,
        fields.field(wrong.entity(), field),
        texts.of(
            "conflicts.story.type", names.subject(List.of(type)), names.inside(List.of(value))),
        List.of(
            names.option(
                type,
                texts.of("conflicts.misfit.type", wrong.type().id()),
                0,
                texts.of("conflicts.misfit.leaveType")),
            names.option(
                value,
                fields.value(field, value.value()),
                1,
                texts.of("conflicts.misfit.changeType"))),
        List.of());
  }
}
