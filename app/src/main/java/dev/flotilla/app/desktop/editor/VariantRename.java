package dev.flotilla.app.desktop.editor;

import dev.flotilla.model.Edit;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a variant another name: a new variant with the same value, all uses moved to it, and the
/// old one removed, as one change. Whoever uses the old name at the same moment elsewhere sees that
/// it is gone. Pure.
final class VariantRename {
  private VariantRename() {}

  static List<Edit> edits(Workspace workspace, Flag flag, String variant, String newName) {
    VariantUses uses = VariantUses.of(workspace, flag, variant);
    List<Edit> edits = new ArrayList<>();
    Value value = flag.variants().getOrDefault(variant, Value.absent());
    edits.add(set(flag, FieldNames.variant(newName), value));
    for (String environment : uses.defaults()) {
      edits.add(set(flag, FieldNames.defaultVariant(environment), Value.of(newName)));
    }
    for (VariantUses.RuleUse use : uses.rules()) {
      edits.add(
          Edit.setOutcome(
              flag.key(),
              use.environment(),
              use.rule().id(),
              outcome(use.rule().outcome(), variant, newName)));
    }
    for (String environment : uses.targeting()) {
      Optional<String> rest = flag.setting(environment).targeting();
      rest.ifPresent(json ->
          edits.add(
              set(
                  flag,
                  FieldNames.targeting(environment),
                  new Value.Json(VariantInLogic.renamed(json, variant, newName)))));
    }
    for (String other : uses.requiring()) {
      edits.add(new Edit.Require(other, flag.key(), newName));
    }
    edits.add(set(flag, FieldNames.variant(variant), Value.absent()));
    return edits;
  }

  private static Value outcome(Value outcome, String variant, String newName) {
    return outcome instanceof Value.Json(var json)
        ? new Value.Json(VariantInLogic.renamed(json, variant, newName))
        : Value.of(newName);
  }

  private static Edit set(Flag flag, String field, Value value) {
    return new Edit.SetField(flag.id(), field, value);
  }
}
