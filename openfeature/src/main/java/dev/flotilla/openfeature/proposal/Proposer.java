package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.proposal.Proposal.KeptVariant;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Compares what a file says with a workspace, and, if it is known, with what the file said when it
/// was written from there.
///
/// Without that, what the file mentions becomes as it says. With it, only what was edited in the
/// file is proposed; a field that was edited on both sides, to different values, is a conflict.
/// Only what differs becomes an edit, so proposing the same file again proposes nothing. Edits of
/// fields answer exactly the writes that were compared. Cost: O(file).
public final class Proposer {
  private final Workspace now;
  private final Optional<Map<EntityId, Statement>> base;
  private final List<KeptVariant> unused = new ArrayList<>();

  /// @param base what the file said when it was written, if that is known
  public Proposer(Workspace now, Optional<List<Statement>> base) {
    this.now = now;
    this.base = base.map(Proposer::byEntity);
  }

  private static SequencedMap<EntityId, Statement> byEntity(List<Statement> statements) {
    var byEntity = new LinkedHashMap<EntityId, Statement>();
    statements.forEach(statement -> byEntity.put(statement.entity(), statement));
    return byEntity;
  }

  /// What all these statements propose. Flags of another type here are the caller's to leave out.
  public Proposal propose(List<Statement> file) {
    return propose(file, Set.of());
  }

  /// The same for a file that has more than what is taken of it.
  ///
  /// @param mentioned what is in the file, so that it does not count as gone from there
  public Proposal propose(List<Statement> file, Set<EntityId> mentioned) {
    var items = new ArrayList<ProposedItem>();
    for (var statement : file) {
      if (statement.entity().kind().equals(EntityId.ENVIRONMENT)) {
        environment(statement).ifPresent(items::add);
      } else {
        items.add(flag(statement));
      }
    }
    var present = new HashSet<>(mentioned);
    file.forEach(statement -> present.add(statement.entity()));
    base.ifPresent(before -> removed(before, present, items));
    return new Proposal(base.isPresent(), items, unused);
  }

  private Optional<ProposedItem> environment(Statement file) {
    return now.environment(file.entity().key())
        .map(environment -> changed(file, Here.of(environment), before(file.entity()), _ -> false));
  }

  private Optional<Statement> before(EntityId entity) {
    return base.flatMap(all -> Optional.ofNullable(all.get(entity)));
  }

  private ProposedItem flag(Statement file) {
    var flag = now.flag(file.entity().key());
    var before = before(file.entity());
    if (flag.isPresent()) {
      var here = Here.of(flag.get(), file.environments());
      return changed(file, here, before, variant -> isUsedElsewhere(flag.get(), file, variant));
    }
    var none = new Here(Map.of(), new HashMap<>(), Map.of());
    var differing = new FieldDifference(file, none, Optional.empty(), false).fields();
    if (before.isPresent()
        && new FieldDifference(file, asHere(before.get()), before, true).isSame()) {
      // Deleted here, untouched in the file: it stays deleted.
      return new ProposedItem(file.entity(), Kind.SAME, false, List.of(), List.of());
    }
    var creating = new Creation(now, file);
    return new ProposedItem(
        file.entity(), Kind.NEW, before.isPresent(), creating.shown(differing), creating.edits());
  }

  private static Here asHere(Statement statement) {
    return new Here(statement.fields(), statement.sets(), Map.of());
  }

  private ProposedItem changed(
      Statement file, Here here, Optional<Statement> before, UsedElsewhere used) {
    var difference = new FieldDifference(file, here, before, base.isPresent());
    var fields = new ArrayList<ProposedField>();
    for (var field : difference.fields()) {
      boolean gone = field.field().startsWith(Statement.VARIANTS) && field.there().isEmpty();
      var variant = gone ? field.field().substring(Statement.VARIANTS.length()) : "";
      if (gone && isRemoval(field) && used.isUsed(variant)) {
        unused.add(new KeptVariant(file.entity().key(), variant));
      } else {
        fields.add(answering(field));
      }
    }
    var kind = fields.isEmpty() ? Kind.SAME : Kind.CHANGED;
    return new ProposedItem(file.entity(), kind, false, fields, List.of());
  }

  // What somebody writes between the comparison and the import stays as a conflict.
  private ProposedField answering(ProposedField field) {
    var edits =
        field.edits().stream()
            .map(edit ->
                edit instanceof Edit.SetField(var entity, var name, var value, _)
                    ? Edit.SetField.answering(now, new Slot.Field(entity, name), value)
                    : edit)
            .toList();
    return new ProposedField(
        field.field(),
        field.base(),
        field.here(),
        field.there(),
        field.conflict(),
        field.rules(),
        edits);
  }

  private static boolean isRemoval(ProposedField field) {
    return field.edits().stream()
        .anyMatch(edit -> edit instanceof Edit.SetField set && !set.value().isPresent());
  }

  private void removed(
      Map<EntityId, Statement> before, Set<EntityId> present, List<ProposedItem> items) {
    before.forEach((entity, statement) -> {
      var flag =
          entity.kind().equals(EntityId.FLAG) ? now.flag(entity.key()) : Optional.<Flag>empty();
      if (flag.isPresent() && !present.contains(entity)) {
        var here = Here.of(flag.get(), statement.environments());
        boolean conflict = !new FieldDifference(statement, here, Optional.empty(), false).isSame();
        items.add(
            new ProposedItem(
                entity, Kind.REMOVED, conflict, List.of(), List.of(new Edit.DeleteEntity(entity))));
      }
    });
  }

  private static boolean isUsedElsewhere(Flag flag, Statement file, String variant) {
    return flag.environments().entrySet().stream()
        .filter(setting -> !file.environments().contains(setting.getKey()))
        .anyMatch(setting -> uses(setting.getValue(), variant));
  }

  // A rule answers with the name of a variant; true and false stand for variants of these names.
  private static boolean uses(FlagSetting setting, String variant) {
    if (setting.defaultVariant().filter(variant::equals).isPresent()) {
      return true;
    }
    boolean truthName = variant.equals("true") || variant.equals("false");
    var written = truthName ? variant : JsonText.quote(variant);
    return setting.effectiveTargeting().filter(rule -> rule.contains(written)).isPresent();
  }

  /// Whether something that the file does not speak of uses a variant.
  private interface UsedElsewhere {
    boolean isUsed(String variant);
  }
}
