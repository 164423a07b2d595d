package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Conflicts of one snapshot in words.
final class ConflictWords {
  private final ConflictNames names;
  private final StructureWords structures;
  private final MisfitWords misfits;
  private final Texts texts;
  private final RuleNames fields;

  ConflictWords(ConflictNames names) {
    this.names = names;
    this.texts = names.texts();
    this.fields = new RuleNames(names::workspace, texts);
    this.structures = new StructureWords(names);
    this.misfits = new MisfitWords(names);
  }

  ConflictView view(Conflict conflict) {
    ConflictView told = asWritten(conflict);
    return isPutBack(conflict)
        ? told.withStory(texts.of("conflicts.story.again", names.subject(conflict.alternatives())))
        : told;
  }

  /// Whether one replica wrote all sides, which it can only do by taking a decision back.
  private static boolean isPutBack(Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite _,
          Conflict.DeleteUpdate _,
          Conflict.AddRemove _,
          Conflict.RemovedRule _,
          Conflict.MovedRule _,
          Conflict.Requirement _ ->
          conflict.alternatives().stream().map(Alternative::author).distinct().count() == 1;
      // These come of several slots, and one machine may well have written the sides shown.
      case Conflict.PrerequisiteCycle _,
          Conflict.MovedFolder _,
          Conflict.FolderCycle _,
          Conflict.MissingVariant _,
          Conflict.WrongType _ ->
          false;
    };
  }

  private ConflictView asWritten(Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite write -> writeWrite(write);
      case Conflict.DeleteUpdate delete -> deleteUpdate(delete);
      case Conflict.AddRemove element -> addRemove(element);
      case Conflict.RemovedRule rule -> structures.removedRule(rule);
      case Conflict.MovedRule rule -> structures.movedRule(rule);
      case Conflict.Requirement requirement -> structures.requirement(requirement);
      case Conflict.PrerequisiteCycle cycle -> structures.prerequisiteCycle(cycle);
      case Conflict.MovedFolder folder -> structures.movedFolder(folder);
      case Conflict.FolderCycle cycle -> structures.folderCycle(cycle);
      case Conflict.MissingVariant missing -> misfits.missing(missing);
      case Conflict.WrongType wrong -> misfits.wrongType(wrong);
    };
  }

  private ConflictView writeWrite(Conflict.WriteWrite write) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < write.alternatives().size(); at++) {
      Alternative alternative = write.alternatives().get(at);
      options.add(
          names.option(
              alternative,
              fields.value(write.field(), alternative.value()),
              at,
              texts.of("conflicts.use")));
    }
    List<ConflictView.Action> actions = new ArrayList<>();
    if (write.field().equals(FieldNames.DESCRIPTION)) {
      actions.add(
          new ConflictView.Action(
              "keep-both", texts.of("conflicts.keepBothTexts"), new Choice.Put(joined(write))));
    }
    return new ConflictView(
        write,
        fields.field(write.entity(), write.field()),
        texts.of("conflicts.story.write", names.inside(write.alternatives())),
        options,
        actions);
  }

  private ConflictView deleteUpdate(Conflict.DeleteUpdate delete) {
    List<ConflictView.Option> options = new ArrayList<>();
    String noun = names.noun(delete.entity());
    for (int at = 0; at < delete.alternatives().size(); at++) {
      Alternative alternative = delete.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          names.option(
              alternative,
              texts.of(keeps ? "conflicts.edited" : "conflicts.deleted"),
              at,
              texts.of(keeps ? "conflicts.keep" : "conflicts.delete", noun)));
    }
    return new ConflictView(
        delete,
        texts.of("conflicts.place.delete"),
        texts.of(
            "conflicts.story.delete",
            names.subject(ConflictNames.gone(delete)),
            noun,
            names.inside(ConflictNames.there(delete))),
        options,
        List.of());
  }

  private ConflictView addRemove(Conflict.AddRemove element) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < element.alternatives().size(); at++) {
      Alternative alternative = element.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          names.option(
              alternative,
              texts.of(keeps ? "conflicts.added" : "conflicts.removed", element.element()),
              at,
              texts.of(keeps ? "conflicts.keepElement" : "conflicts.removeElement")));
    }
    return new ConflictView(
        element,
        texts.of("conflicts.element." + element.set(), element.element()),
        texts.of(
            "conflicts.story.element",
            names.subject(ConflictNames.there(element)),
            names.inside(ConflictNames.gone(element))),
        options,
        List.of());
  }

  private static Value joined(Conflict.WriteWrite write) {
    return new Value.Text(
        String.join(
            "\n", write.alternatives().stream().map(a -> a.value().display()).distinct().toList()));
  }
}
