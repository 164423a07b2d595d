package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.Submitted;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import dev.flotilla.app.rehearsal.Rehearsal;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Written;
import dev.flotilla.net.node.LogEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// A rehearsal: what can be done with its machines, and what is shown of them. The workspace of the
/// window is not touched.
///
/// Thread: FX.
final class RehearsalViewModel implements AutoCloseable {
  /// What passes at once.
  static final Duration HOUR = Duration.ofHours(1);

  private static final int OPENS_AT = 9;
  private static final long SEED = 7;

  private final UiBridge ui;
  private final Texts texts;
  private final Moments moments;
  private final Acts acts;
  private final ActWords words;
  private final ReadOnlyObjectWrapper<Scene> scene;
  private final ReadOnlyObjectWrapper<Team> team;
  private final ReadOnlyObjectWrapper<CausalityModel> causality;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.NORMAL);
  private Rehearsal rehearsal;
  private Morning morning;
  private long mornings;

  RehearsalViewModel(UiBridge ui, Texts texts, Moments moments) {
    this.ui = ui;
    this.texts = texts;
    this.moments = moments;
    this.acts = new Acts(texts);
    this.words = new ActWords(texts);
    this.morning = new Morning(SEED, acts);
    this.rehearsal = begun(Practice.MACHINES_MIN);
    Team first = new Team(() -> rehearsal.fleet(), this::submit, texts, moments.zone());
    this.team = new ReadOnlyObjectWrapper<>(first);
    this.causality = new ReadOnlyObjectWrapper<>(first.causality());
    this.scene = new ReadOnlyObjectWrapper<>(Scene.of(rehearsal));
  }

  /// What is shown of the machines.
  ReadOnlyObjectProperty<Scene> sceneProperty() {
    return scene.getReadOnlyProperty();
  }

  /// Who looks at the machines; another one when their number changes.
  ReadOnlyObjectProperty<Team> teamProperty() {
    return team.getReadOnlyProperty();
  }

  /// All that has happened; another one after a step was taken back.
  ReadOnlyObjectProperty<CausalityModel> causalityProperty() {
    return causality.getReadOnlyProperty();
  }

  /// What the last act has brought about, in words.
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// Whether a morning is being played.
  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  /// The machines themselves. To be read only.
  Rehearsal rehearsal() {
    return rehearsal;
  }

  Acts acts() {
    return acts;
  }

  /// Does something.
  ///
  /// @return whether it was done; if not, [#saidProperty] tells why
  boolean perform(Act act) {
    Scene before = scene.get();
    Optional<Refusal> refusal = rehearsal.perform(act);
    if (refusal.isEmpty()) {
      changed();
      said.set(words.said(act, before, rehearsal));
    } else {
      said.set(refusal.get().message());
      // A field that shows what was refused gets back what is there.
      changed();
    }
    return refusal.isEmpty();
  }

  /// Turns the switch of a machine over.
  void flip(int machine) {
    perform(acts.flip(machine, !Practice.isOn(knows(machine))));
  }

  /// Writes the text of a machine, if it is another one.
  void write(int machine, String text) {
    boolean isNew =
        Practice.value(knows(machine), Practice.TEXT)
            .filter(value -> !value.display().equals(text))
            .isPresent();
    if (isNew && !text.isBlank()) {
      perform(acts.write(machine, text.strip()));
    }
  }

  /// Adds to the number of a machine; it never falls below 0.
  void count(int machine, int by) {
    BigDecimal before = Morning.number(knows(machine));
    BigDecimal after = before.add(BigDecimal.valueOf(by)).max(BigDecimal.ZERO);
    if (after.compareTo(before) != 0) {
      perform(acts.count(machine, after));
    }
  }

  /// Carries a machine to the left or to the right.
  void move(int machine, int by) {
    int place = rehearsal.line().place(machine) + by;
    if (place >= 0 && place < rehearsal.line().order().size()) {
      perform(new Act.Move(machine, place));
    }
  }

  /// Takes the last step back.
  void undo() {
    stop();
    if (rehearsal.undo()) {
      lookAnew();
      said.set(texts.of("rehearsal.said.undone"));
    }
  }

  /// Begins anew, with so many machines.
  void restart(int machines) {
    stop();
    boolean isOther = machines != rehearsal.fleet().machines().size();
    rehearsal = begun(machines);
    said.set("");
    if (isOther) {
      Team old = team.get();
      Team next = new Team(() -> rehearsal.fleet(), this::submit, texts, moments.zone());
      scene.set(Scene.of(rehearsal));
      team.set(next);
      old.close();
    }
    lookAnew();
  }

  /// Plays a morning from here on: edits, a cut, and what comes of it.
  void play() {
    stop();
    morning = new Morning(SEED + mornings++, acts);
    playing.set(true);
    tick();
  }

  /// Ends the morning where it is.
  void stop() {
    playing.set(false);
  }

  /// The next act of the morning. The time in between is the bridge's.
  void tick() {
    Morning current = morning;
    if (!playing.get()) {
      return;
    }
    perform(current.next(rehearsal));
    if (current.isOver()) {
      stop();
    } else {
      ui.after(
          speed.get().pause(),
          () -> {
            if (morning == current) {
              tick();
            }
          });
    }
  }

  private Workspace knows(int machine) {
    return rehearsal.fleet().machines().get(machine).workspace();
  }

  private Submitted submit(int machine, List<Edit> edits, String message) {
    Workspace before = knows(machine);
    int changes = rehearsal.fleet().log().size();
    if (!perform(new Act.Change(machine, message, edits))) {
      return new Submitted.Refused(said.get());
    }
    List<LogEntry> log = rehearsal.fleet().log();
    if (log.size() == changes) {
      return new Submitted.Done(Written.NOTHING);
    }
    LogEntry made = log.getLast();
    return new Submitted.Done(Written.of(before, made.author(), made.first(), made.operations()));
  }

  private void changed() {
    team.get().changed();
    scene.set(Scene.of(rehearsal));
  }

  /// What was taken back must not be in the picture any more.
  private void lookAnew() {
    changed();
    CausalityModel old = causality.get();
    causality.set(team.get().causality());
    old.close();
  }

  private Rehearsal begun(int machines) {
    LocalDate today = LocalDate.ofInstant(moments.clock().instant(), moments.zone());
    Instant morningHour = moments.startOf(today).plus(Duration.ofHours(OPENS_AT));
    return Rehearsal.of(machines, morningHour);
  }

  @Override
  public void close() {
    stop();
    causality.get().close();
    team.get().close();
  }
}
