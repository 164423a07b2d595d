package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The decisions that wait, as a list that can be narrowed, and what is known of the one that is
/// looked at.
///
/// Thread: FX; the log is read in the background.
final class InboxViewModel {
  /// So much of an id tells two machines of one name apart.
  private static final int ID_LENGTH = 8;

  private final ConflictsViewModel conflicts;
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ChangeHistory log;
  private final ObservableList<InboxRow> rows = FXCollections.observableArrayList();
  private final ObservableList<Machine> machines = FXCollections.observableArrayList();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<ConflictKind> kind = new SimpleObjectProperty<>(ConflictKind.ALL);
  private final ObjectProperty<Machine> machine;
  private final ObjectProperty<@Nullable InboxEntry> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Looked> looked = new ReadOnlyObjectWrapper<>(Looked.NOTHING);
  private List<InboxEntry> shown = List.of();
  private boolean renewing;

  /// A machine to narrow the list to.
  ///
  /// @param replicas under which it wrote; none stands for all machines
  record Machine(Set<ReplicaId> replicas, String name) {
    Machine {
      replicas = Set.copyOf(replicas);
    }
  }

  /// What is known of a decision.
  ///
  /// @param facts by the id of its conflict
  record Looked(@Nullable InboxEntry entry, Map<String, ConflictFacts> facts) {
    static final Looked NOTHING = new Looked(null, Map.of());

    Looked {
      facts = Map.copyOf(facts);
    }

    ConflictFacts of(ConflictView conflict) {
      return facts.getOrDefault(conflict.id(), ConflictFacts.UNKNOWN);
    }
  }

  InboxViewModel(ConflictsViewModel conflicts) {
    this.conflicts = conflicts;
    this.model = conflicts.model();
    this.texts = conflicts.texts();
    this.moments = conflicts.moments();
    this.log = model.open().history();
    this.machine = new SimpleObjectProperty<>(new Machine(Set.of(), texts.of("inbox.machine.all")));
    machines.add(machine.get());
    conflicts.conflicts().addListener((ListChangeListener<ConflictView>) _ -> renew());
    text.subscribe((_, _) -> show());
    kind.subscribe((_, _) -> show());
    machine.subscribe((_, _) -> show());
    conflicts.selectedProperty().subscribe(this::select);
    selected.subscribe(this::look);
    renew();
  }

  ConflictsViewModel conflicts() {
    return conflicts;
  }

  ObservableList<InboxRow> rows() {
    return rows;
  }

  /// Those that have a part in a conflict, after the one that stands for all.
  ObservableList<Machine> machines() {
    return machines;
  }

  StringProperty textProperty() {
    return text;
  }

  ObjectProperty<ConflictKind> kindProperty() {
    return kind;
  }

  ObjectProperty<Machine> machineProperty() {
    return machine;
  }

  /// The decision that is looked at; null for none.
  ObjectProperty<@Nullable InboxEntry> selectedProperty() {
    return selected;
  }

  /// The same with what the log knows of it, as soon as that was read.
  ReadOnlyObjectProperty<Looked> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// The decisions that the list shows now.
  List<InboxEntry> shown() {
    return shown;
  }

  boolean isFiltered() {
    return !text.get().isBlank()
        || kind.get() != ConflictKind.ALL
        || !machine.get().replicas().isEmpty();
  }

  void showAll() {
    text.set("");
    kind.set(ConflictKind.ALL);
    machine.set(machines.getFirst());
  }

  /// The line of a decision; -1 if it is not shown.
  int row(InboxEntry entry) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at) instanceof InboxRow.Decision(var shownHere, _) && shownHere.equals(entry)) {
        return at;
      }
    }
    return -1;
  }

  /// Looks at the next decision, or at the one before.
  void go(int step) {
    if (shown.isEmpty()) {
      return;
    }
    InboxEntry now = selected.get();
    int at = now == null ? -1 : shown.indexOf(now);
    selected.set(shown.get(at < 0 ? 0 : Math.clamp(at + step, 0, shown.size() - 1)));
  }

  /// Decides: one change, one undo. What a value stands for may have to be read from the log first.
  ///
  /// @param said what was decided, for the author and for history
  /// @param choices by the conflicts of the decision, in their order
  void decide(InboxEntry entry, String said, Map<ConflictView, Choice> choices) {
    resolve(
        isWhole(entry)
            ? texts.of("inbox.decidedWhole", entry.key(), said)
            : texts.of("inbox.decided", title(entry), entry.key(), said),
        choices);
  }

  /// Whether it is about the thing itself, so that naming a part of it would say nothing.
  private static boolean isWhole(InboxEntry entry) {
    return entry.first().conflict() instanceof Conflict.DeleteUpdate;
  }

  /// Takes the side of one machine in several decisions: one change, one undo.
  void decideAll(String who, Map<ConflictView, Choice> choices) {
    resolve(texts.of("inbox.decidedFor", choices.size(), who), choices);
  }

  private void resolve(String message, Map<ConflictView, Choice> choices) {
    model
        .ui()
        .background()
        .execute(() -> {
          List<Edit> edits = new ArrayList<>();
          choices.forEach((conflict, choice) ->
              edits.add(new Edit.Resolve(conflict.id(), found(conflict, choice))));
          model.ui().execute(() -> model.editAndSay(message, edits));
        });
  }

  private Choice found(ConflictView conflict, Choice choice) {
    return choice instanceof Choice.Pick(int at) ? Picks.of(conflict.conflict(), at, log) : choice;
  }

  /// Takes one of the values of the decision that is looked at; elements of a set each that of the
  /// same side.
  void pick(int option) {
    InboxEntry entry = selected.get();
    if (entry == null || option < 0 || option >= entry.first().options().size()) {
      return;
    }
    Map<ConflictView, Choice> choices = new LinkedHashMap<>();
    entry.conflicts().forEach(one -> choices.put(one, new Choice.Pick(option)));
    ConflictView.Option chosen = entry.first().options().get(option);
    boolean byName = entry.set().isPresent() || isWhole(entry);
    decide(entry, byName ? chosen.choose() : chosen.value(), choices);
  }

  /// What is decided: the field, the set, or the structure.
  String title(InboxEntry entry) {
    return entry.conflicts().size() == 1
        ? entry.first().place()
        : texts.of(
            "inbox.set." + entry.set().orElseThrow(),
            entry.conflicts().size(),
            String.join(", ", entry.elements()));
  }

  private void renew() {
    List<Machine> all = new ArrayList<>(List.of(machines.getFirst()));
    all.addAll(authors());
    if (!all.contains(machine.get())) {
      machine.set(all.getFirst());
    }
    if (!all.equals(machines)) {
      Machine chosen = machine.get();
      machines.setAll(all);
      machine.set(chosen);
    }
    show();
  }

  /// Those that wrote, by name: the replicas of one machine together, and of two machines with one
  /// name each with its id.
  private List<Machine> authors() {
    Map<String, Set<ReplicaId>> byDevice = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (ConflictView conflict : conflicts.conflicts()) {
      for (ConflictView.Option option : conflict.options()) {
        ReplicaId author = option.alternative().author();
        String device =
            model
                .workspace()
                .origin(author)
                .map(origin -> origin.device().deviceId().toString())
                .orElseGet(author::toString);
        byDevice.computeIfAbsent(device, _ -> new TreeSet<>()).add(author);
        names.put(device, option.device());
      }
    }
    return names.entrySet().stream()
        .map(one -> {
          String name = one.getValue();
          boolean isOnly = Collections.frequency(names.values(), name) == 1;
          String id = one.getKey().substring(0, Math.min(ID_LENGTH, one.getKey().length()));
          return new Machine(
              byDevice.getOrDefault(one.getKey(), Set.of()),
              isOnly ? name : texts.of("inbox.machine.of", name, id));
        })
        .sorted(Comparator.comparing(Machine::name))
        .toList();
  }

  private void show() {
    InboxEntry before = selected.get();
    int place = before == null ? 0 : Math.max(0, shown.indexOf(before));
    shown = InboxEntry.of(conflicts.conflicts()).stream().filter(this::isWanted).toList();
    Map<EntityId, List<InboxEntry>> byEntity = new LinkedHashMap<>();
    shown.forEach(
        entry -> byEntity.computeIfAbsent(entry.entity(), _ -> new ArrayList<>()).add(entry));
    List<InboxRow> all = new ArrayList<>();
    byEntity.forEach((entity, entries) -> {
      boolean alone = entries.size() == 1;
      if (!alone) {
        all.add(new InboxRow.About(entity, entity.key(), entries.size()));
      }
      entries.forEach(entry -> all.add(new InboxRow.Decision(entry, alone)));
    });
    shown = byEntity.values().stream().flatMap(List::stream).toList();
    renewing = true;
    rows.setAll(all);
    renewing = false;
    selected.set(
        shown.stream()
            .filter(entry -> before != null && entry.has(before.id()))
            .findFirst()
            .or(() ->
                shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(shown.get(Math.min(place, shown.size() - 1))))
            .orElse(null));
  }

  private boolean isWanted(InboxEntry entry) {
    String wanted = text.get().strip().toLowerCase(Locale.ROOT);
    return kind.get().includes(entry.first().conflict())
        && (machine.get().replicas().isEmpty()
            || machine.get().replicas().stream().anyMatch(entry::isBy))
        && (wanted.isEmpty() || entry.conflicts().stream().anyMatch(one -> says(one, wanted)));
  }

  private static boolean says(ConflictView conflict, String wanted) {
    return conflict.key().toLowerCase(Locale.ROOT).contains(wanted)
        || conflict.place().toLowerCase(Locale.ROOT).contains(wanted)
        || conflict.options().stream()
            .anyMatch(option -> option.value().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// Whether the list is being filled: what it selects meanwhile is not meant.
  boolean isRenewing() {
    return renewing;
  }

  private void select(String conflictId) {
    if (conflictId.isEmpty()) {
      return;
    }
    if (shown.stream().noneMatch(entry -> entry.has(conflictId))) {
      showAll();
    }
    shown.stream().filter(entry -> entry.has(conflictId)).findFirst().ifPresent(selected::set);
  }

  private void look(@Nullable InboxEntry entry) {
    if (entry == null) {
      looked.set(Looked.NOTHING);
      return;
    }
    conflicts.selectedProperty().set(entry.id());
    looked.set(new Looked(entry, Map.of()));
    model
        .ui()
        .background()
        .execute(() -> {
          Map<String, ConflictFacts> facts = facts(entry);
          model
              .ui()
              .execute(() -> {
                if (entry.equals(selected.get())) {
                  looked.set(new Looked(entry, facts));
                }
              });
        });
  }

  /// Nothing where the disk does not answer: the values are there without it.
  private Map<String, ConflictFacts> facts(InboxEntry entry) {
    Map<String, ConflictFacts> facts = new LinkedHashMap<>();
    for (ConflictView conflict : entry.conflicts()) {
      try {
        facts.put(conflict.id(), ConflictFacts.of(conflict.conflict(), log));
      } catch (java.io.UncheckedIOException _) {
        return facts;
      }
    }
    return facts;
  }

  Moments moments() {
    return moments;
  }

  Texts texts() {
    return texts;
  }

  WorkspaceModel model() {
    return model;
  }
}
