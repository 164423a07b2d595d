package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The conflicts of the workspace in words, and how each can be resolved.
///
/// Thread: FX.
public final class ConflictsViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final FieldWords words;
  private final ObservableList<ConflictView> conflicts = FXCollections.observableArrayList();
  private final StringProperty selected = new SimpleStringProperty("");
  private List<Conflict> shown = List.of();

  public ConflictsViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.words = new FieldWords(texts);
    model.workspaceProperty().subscribe(this::show);
  }

  /// The conflict that is looked at, by its id; empty for none.
  public StringProperty selectedProperty() {
    return selected;
  }

  ObservableList<ConflictView> conflicts() {
    return conflicts;
  }

  /// How many decisions wait.
  public IntegerBinding countProperty() {
    return Bindings.size(conflicts);
  }

  void pick(String id, int alternative) {
    resolve(id, new Choice.Pick(alternative));
  }

  private void resolve(String id, Choice choice) {
    model.editAndSay(texts.of("conflicts.resolved"), List.of(new Edit.Resolve(id, choice)));
  }

  private void show(Workspace workspace) {
    List<Conflict> newest = workspace.conflicts();
    if (!newest.equals(shown)) {
      shown = List.copyOf(newest);
      conflicts.setAll(shown.stream().map(conflict -> view(workspace, conflict)).toList());
    }
  }

  private ConflictView view(Workspace workspace, Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite write -> writeWrite(workspace, write);
      case Conflict.DeleteUpdate delete -> deleteUpdate(workspace, delete);
      case Conflict.AddRemove element -> addRemove(workspace, element);
      case Conflict.RemovedRule rule -> removedRule(workspace, rule);
      case Conflict.MovedRule rule -> movedRule(workspace, rule);
      case Conflict.Requirement requirement -> requirement(workspace, requirement);
      case Conflict.PrerequisiteCycle cycle -> prerequisiteCycle(workspace, cycle);
      case Conflict.MovedFolder folder -> movedFolder(workspace, folder);
      case Conflict.FolderCycle cycle -> folderCycle(workspace, cycle);
    };
  }

  private ConflictView requirement(Workspace workspace, Conflict.Requirement requirement) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < requirement.alternatives().size(); at++) {
      Alternative alternative = requirement.alternatives().get(at);
      options.add(
          option(
              workspace,
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
    return conflict(
        requirement,
        texts.of("conflicts.requires", requirement.other()),
        texts.of("conflicts.story.requires", inside(workspace, requirement.alternatives())),
        options,
        List.of());
  }

  private ConflictView prerequisiteCycle(Workspace workspace, Conflict.PrerequisiteCycle cycle) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < cycle.alternatives().size(); at++) {
      options.add(
          option(
              workspace,
              cycle.alternatives().get(at),
              texts.of("conflicts.cycle.edge", cycle.flags().get(at), cycle.required(at)),
              at,
              texts.of("conflicts.cycle.remove")));
    }
    return conflict(
        cycle,
        texts.of("conflicts.cycle"),
        texts.of("conflicts.story.cycle", inside(workspace, cycle.alternatives())),
        options,
        List.of());
  }

  private ConflictView movedFolder(Workspace workspace, Conflict.MovedFolder folder) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < folder.alternatives().size(); at++) {
      options.add(
          option(
              workspace,
              folder.alternatives().get(at),
              within(folder.parents().get(at)),
              at,
              texts.of("conflicts.use")));
    }
    return conflict(
        folder,
        texts.of("conflicts.folder"),
        texts.of("conflicts.story.folder", inside(workspace, folder.alternatives())),
        options,
        List.of());
  }

  private ConflictView folderCycle(Workspace workspace, Conflict.FolderCycle cycle) {
    Alternative stays = cycle.alternatives().getFirst();
    Alternative moves = cycle.alternatives().getLast();
    return conflict(
        cycle,
        texts.of("conflicts.folder"),
        texts.of(
            "conflicts.story.folderCycle",
            subject(workspace, List.of(moves)),
            cycle.folder(),
            cycle.wanted(),
            inside(workspace, List.of(stays))),
        List.of(
            option(
                workspace,
                stays,
                stays.value() instanceof Value.Move(_, Optional<String> parent)
                    ? within(parent)
                    : texts.of("conflicts.folder.top"),
                0,
                texts.of("conflicts.folder.stay")),
            option(
                workspace,
                moves,
                within(Optional.of(cycle.wanted())),
                1,
                texts.of("conflicts.folder.move"))),
        List.of());
  }

  private String within(Optional<String> folder) {
    return folder
        .map(key -> texts.of("conflicts.folder.in", key))
        .orElseGet(() -> texts.of("conflicts.folder.top"));
  }

  private ConflictView removedRule(Workspace workspace, Conflict.RemovedRule rule) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < rule.alternatives().size(); at++) {
      Alternative alternative = rule.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          option(
              workspace,
              alternative,
              texts.of(keeps ? "conflicts.rule.edited" : "conflicts.rule.removed"),
              at,
              texts.of(keeps ? "conflicts.keepElement" : "conflicts.removeElement")));
    }
    return conflict(
        rule,
        texts.of("conflicts.rule", rule.rule(), rule.environment()),
        texts.of(
            "conflicts.story.rule", subject(workspace, there(rule)), inside(workspace, gone(rule))),
        options,
        List.of());
  }

  private ConflictView movedRule(Workspace workspace, Conflict.MovedRule rule) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < rule.alternatives().size(); at++) {
      options.add(
          option(
              workspace,
              rule.alternatives().get(at),
              texts.of("conflicts.rule.place", rule.places().get(at)),
              at,
              texts.of("conflicts.use")));
    }
    return conflict(
        rule,
        words.name(rule.slot().name()),
        texts.of("conflicts.story.move", inside(workspace, rule.alternatives())),
        options,
        List.of());
  }

  private ConflictView writeWrite(Workspace workspace, Conflict.WriteWrite write) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < write.alternatives().size(); at++) {
      Alternative alternative = write.alternatives().get(at);
      options.add(
          option(
              workspace,
              alternative,
              words.value(write.field(), alternative.value()),
              at,
              texts.of("conflicts.use")));
    }
    List<ConflictView.Action> actions = new ArrayList<>();
    if (write.field().equals(FieldNames.DESCRIPTION)) {
      actions.add(
          new ConflictView.Action(
              "keep-both",
              texts.of("conflicts.keepBothTexts"),
              () -> resolve(write.id(), new Choice.Put(joined(write)))));
    }
    return conflict(
        write,
        words.name(write.field()),
        texts.of("conflicts.story.write", inside(workspace, write.alternatives())),
        options,
        actions);
  }

  private ConflictView deleteUpdate(Workspace workspace, Conflict.DeleteUpdate delete) {
    List<ConflictView.Option> options = new ArrayList<>();
    String noun = noun(delete.entity());
    for (int at = 0; at < delete.alternatives().size(); at++) {
      Alternative alternative = delete.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          option(
              workspace,
              alternative,
              texts.of(keeps ? "conflicts.edited" : "conflicts.deleted"),
              at,
              texts.of(keeps ? "conflicts.keep" : "conflicts.delete", noun)));
    }
    return conflict(
        delete,
        texts.of("conflicts.place.delete"),
        texts.of(
            "conflicts.story.delete",
            subject(workspace, gone(delete)),
            noun,
            inside(workspace, there(delete))),
        options,
        List.of());
  }

  private ConflictView addRemove(Workspace workspace, Conflict.AddRemove element) {
    List<ConflictView.Option> options = new ArrayList<>();
    for (int at = 0; at < element.alternatives().size(); at++) {
      Alternative alternative = element.alternatives().get(at);
      boolean keeps = alternative.value().isPresent();
      options.add(
          option(
              workspace,
              alternative,
              texts.of(keeps ? "conflicts.added" : "conflicts.removed", element.element()),
              at,
              texts.of(keeps ? "conflicts.keepElement" : "conflicts.removeElement")));
    }
    return conflict(
        element,
        texts.of("conflicts.element." + element.set(), element.element()),
        texts.of(
            "conflicts.story.element",
            subject(workspace, there(element)),
            inside(workspace, gone(element))),
        options,
        List.of());
  }

  private static ConflictView conflict(
      Conflict conflict,
      String place,
      String story,
      List<ConflictView.Option> options,
      List<ConflictView.Action> actions) {
    EntityId entity = conflict.entity();
    return new ConflictView(
        conflict.id(),
        entity.key(),
        entity.kind().equals(EntityId.FLAG),
        place,
        story,
        options,
        actions);
  }

  private ConflictView.Option option(
      Workspace workspace, Alternative alternative, String value, int pick, String choose) {
    Instant at = Instant.ofEpochMilli(alternative.at().wallMillis());
    return new ConflictView.Option(
        value,
        model.people().name(workspace, alternative.author()),
        model.people().deviceName(workspace, alternative.author()),
        moments.live(at),
        moments.exact(at),
        pick == 0,
        pick,
        choose);
  }

  private static List<Alternative> there(Conflict conflict) {
    return conflict.alternatives().stream().filter(a -> a.value().isPresent()).toList();
  }

  private static List<Alternative> gone(Conflict conflict) {
    return conflict.alternatives().stream().filter(a -> !a.value().isPresent()).toList();
  }

  /// The authors at the beginning of a sentence.
  private String subject(Workspace workspace, List<Alternative> alternatives) {
    return alternatives.stream().allMatch(this::isOwn)
        ? texts.of("people.you")
        : inside(workspace, alternatives);
  }

  /// The authors within a sentence.
  private String inside(Workspace workspace, List<Alternative> alternatives) {
    List<String> names =
        alternatives.stream()
            .sorted(Comparator.comparing(this::isOwn))
            .map(alternative ->
                isOwn(alternative)
                    ? texts.of("people.youInside")
                    : model.people().name(workspace, alternative.author()))
            .distinct()
            .toList();
    return names.size() < 2
        ? names.getFirst()
        : texts.of(
            "conflicts.names",
            String.join(", ", names.subList(0, names.size() - 1)),
            names.getLast());
  }

  private boolean isOwn(Alternative alternative) {
    return model.people().isOwn(alternative.author());
  }

  private String noun(EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FLAG -> texts.of("noun.flag");
      case EntityId.TAG_SET -> texts.of("noun.tagSet");
      case EntityId.COUNTER -> texts.of("noun.counter");
      case EntityId.ENVIRONMENT -> texts.of("noun.environment");
      case EntityId.FOLDER -> texts.of("noun.folder");
      default -> texts.of("noun.entry");
    };
  }

  private static Value joined(Conflict.WriteWrite write) {
    return new Value.Text(
        String.join(
            "\n", write.alternatives().stream().map(a -> a.value().display()).distinct().toList()));
  }
}
