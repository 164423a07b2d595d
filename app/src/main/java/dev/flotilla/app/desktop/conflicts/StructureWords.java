package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conflicts over what belongs where in words: rules, prerequisites and folders.
final class StructureWords {
  private final ConflictNames names;
  private final Texts texts;
  private final RuleNames fields;

  StructureWords(ConflictNames names) {
    this.names = names;
    this.texts = names.texts();
    this.fields = new RuleNames(names::workspace, texts);
  }

  ConflictView requirement(Conflict.Requirement requirement) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < requirement.alternatives().size(); at++) {
      Alternative alternative = requirement.alternatives().get(at);
      options.add(
          names.option(
              alternative,
              alternative.value().isPresent()
                  ? texts.of(
                      "conflicts.requires.variant",
                      requirement.other(),
                      alternative.value().display())
                  : texts.of("conflicts.requires.removed"),
              at,
              texts.of("conflicts.use")));
    }
    return new ConflictView(
        requirement,
        texts.of("conflicts.requires", requirement.other()),
        texts.of("conflicts.story.requires", names.inside(requirement.alternatives())),
        options,
        List.of());
  }

  ConflictView prerequisiteCycle(Conflict.PrerequisiteCycle cycle) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < cycle.alternatives().size(); at++) {
      options.add(
          names.option(
              cycle.alternatives().get(at),
              texts.of("conflicts.cycle.edge", cycle.flags().get(at), cycle.required(at)),
              at,
              texts.of("conflicts.cycle.remove")));
    }
    return new ConflictView(
        cycle,
        texts.of("conflicts.cycle"),
        texts.of("conflicts.story.cycle", names.inside(cycle.alternatives())),
        options,
        List.of());
  }

  ConflictView movedFolder(Conflict.MovedFolder folder) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < folder.alternatives().size(); at++) {
      options.add(
          names.option(
              folder.alternatives().get(at),
              within(folder.parents().get(at)),
              at,
              texts.of("conflicts.use")));
    }
    return new ConflictView(
        folder,
        texts.of("conflicts.folder"),
        texts.of("conflicts.story.folder", names.inside(folder.alternatives())),
        options,
        List.of());
  }

  ConflictView folderCycle(Conflict.FolderCycle cycle) {
    Alternative stays = cycle.alternatives().getFirst();
    Alternative moves = cycle.alternatives().getLast();
    return new ConflictView(
        cycle,
        texts.of("conflicts.folder"),
        texts.of(
            "conflicts.story.folderCycle",
            names.subject(List.of(moves)),
            cycle.folder(),
            cycle.wanted(),
            names.inside(List.of(stays))),
        List.of(
            names.option(
                stays,
                stays.value() instanceof Value.Move(_, Optional<String> parent)
                    ? within(parent)
                    : texts.of("conflicts.folder.top"),
                0,
                texts.of("conflicts.folder.stay")),
            names.option(
                moves, within(Optional.of(cycle.wanted())), 1, texts.of("conflicts.folder.move"))),
        List.of());
  }

  private String within(Optional<String> folder) {
    return folder
        .map(key -> texts.of("conflicts.folder.in", key))
        .orElseGet(() -> texts.of("conflicts.folder.top"));
  }

  ConflictView removedRule(Conflict.RemovedRule rule) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < rule.alternatives().size(); at++) {
      Alternative alternative = rule.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          names.option(
              alternative,
              texts.of(keeps ? "conflicts.rule.edited" : "conflicts.rule.removed"),
              at,
              texts.of(keeps ? "conflicts.keepElement" : "conflicts.removeElement")));
    }
    return new ConflictView(
        rule,
        texts.of(
            "conflicts.rule",
            fields.place(rule.entity(), rule.environment(), rule.rule()),
            rule.environment()),
        texts.of(
            "conflicts.story.rule",
            names.subject(ConflictNames.there(rule)),
            names.inside(ConflictNames.gone(rule))),
        options,
        List.of());
  }

  ConflictView movedRule(Conflict.MovedRule rule) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < rule.alternatives().size(); at++) {
      options.add(
          names.option(
              rule.alternatives().get(at),
              texts.of("conflicts.rule.place", rule.places().get(at)),
              at,
              texts.of("conflicts.use")));
    }
    return new ConflictView(
        rule,
        fields.field(rule.entity(), rule.slot().name()),
        texts.of("conflicts.story.move", names.inside(rule.alternatives())),
        options,
        List.of());
  }
}
