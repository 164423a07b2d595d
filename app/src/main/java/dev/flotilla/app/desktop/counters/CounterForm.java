package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.session.OpenForms;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One counter. Shows at once what was added here; while a change is on its way, further steps wait
/// and become one change, so that quick clicks do not fill the history.
///
/// Thread: FX.
final class CounterForm implements OpenForms.Form<Counter> {
  private final WorkspaceModel model;
  private final Texts texts;
  private final EntityFields fields;
  private final ReadOnlyObjectWrapper<Counter> counter;
  private final ReadOnlyLongWrapper value = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final FieldModel<SortedSet<Dot>> description;
  private boolean underWay;
  private long sent;
  private long waiting;
  private long ownBefore;

  CounterForm(WorkspaceModel model, Counter counter, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.fields = new EntityFields(model, texts, EntityId.counter(counter.key()));
    this.counter = new ReadOnlyObjectWrapper<>(counter);
    this.description = fields.text(FieldNames.DESCRIPTION);
    show(counter);
  }

  @Override
  public String key() {
    return counter.get().key();
  }

  @Override
  public Counter shown() {
    return counter.get();
  }

  ReadOnlyObjectProperty<Counter> counterProperty() {
    return counter.getReadOnlyProperty();
  }

  /// The value, with what was added here and is still on its way.
  ReadOnlyLongProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  /// Why the last step was refused, or why a number that was typed is none.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  FieldModel<SortedSet<Dot>> description() {
    return description;
  }

  @Override
  public void show(Counter newer) {
    description.show(newer.description(), fields.seen(FieldNames.DESCRIPTION));
    counter.set(newer);
    refresh();
  }

  void add(long amount) {
    problem.set("");
    try {
      waiting = Math.addExact(waiting, amount);
    } catch (ArithmeticException _) {
      problem.set(texts.of("counters.notWhole"));
      return;
    }
    refresh();
    send();
  }

  /// Adds a number that somebody typed, with or without a sign. Whether it was one.
  boolean add(String typed) {
    var digits = typed.strip().replace("\u2212", "-");
    try {
      add(Long.parseLong(digits));
      return true;
    } catch (NumberFormatException _) {
      problem.set(texts.of("counters.notWhole"));
      return false;
    }
  }

  /// Who changed the counter last.
  String lastAuthor() {
    return model.people().name(model.workspace(), counter.get().lastChange().replica());
  }

  Instant lastChangeAt() {
    return Instant.ofEpochMilli(counter.get().lastChange().at().wallMillis());
  }

  /// Who counted how much, the most first. A machine that had several copies of the workspace is
  /// one.
  List<Contribution> contributions() {
    var names = new TreeMap<String, String>();
    var amounts = new TreeMap<String, Long>();
    var workspace = model.workspace();
    counter
        .get()
        .contributions()
        .forEach((replica, amount) -> {
          String device = model.people().deviceName(workspace, replica);
          amounts.merge(device, amount, Long::sum);
          names.merge(device, model.people().name(workspace, replica), this::own);
        });
    long most = amounts.values().stream().mapToLong(Math::abs).max().orElse(0);
    var shown = new ArrayList<Contribution>();
    amounts.forEach((device, amount) ->
        shown.add(
            new Contribution(
                names.getOrDefault(device, device),
                device,
                amount,
                most == 0 ? 0 : (double) Math.abs(amount) / most)));
    shown.sort(
        Comparator.comparingLong((Contribution one) -> -Math.abs(one.amount()))
            .thenComparing(Contribution::device));
    return List.copyOf(shown);
  }

  private String own(String one, String other) {
    return one.equals(texts.of("people.you")) ? one : other;
  }

  private void send() {
    if (underWay || waiting == 0) {
      return;
    }
    underWay = true;
    sent = waiting;
    waiting = 0;
    ownBefore = own();
    var _ =
        model
            .submitInline(
                texts.of(sent < 0 ? "counters.taken" : "counters.added", key(), Math.abs(sent)),
                List.of(new Edit.AddToCounter(key(), sent)))
            .thenAccept(this::sent);
  }

  private void sent(Optional<String> refusal) {
    underWay = false;
    sent = 0;
    refusal.ifPresent(sentence -> {
      waiting = 0;
      problem.set(sentence);
    });
    refresh();
    send();
  }

  private void refresh() {
    // The snapshot that holds what was sent comes before the word that it is done.
    long pending = underWay && own() == ownBefore ? sent : 0;
    value.set(counter.get().value() + pending + waiting);
  }

  private long own() {
    ReplicaId own = model.people().own();
    return counter.get().counted(own);
  }
}
