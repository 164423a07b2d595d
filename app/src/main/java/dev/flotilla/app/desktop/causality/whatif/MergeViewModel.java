package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.causality.whatif.Preview;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.BackedUp;
import dev.flotilla.net.node.LogEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Two states that are chosen, and what would come of it if they met. Nothing is changed by
/// looking.
///
/// Thread: FX; the states are folded in the background, where the newest wish overtakes others.
final class MergeViewModel implements AutoCloseable {
  /// States that are folded for one answer.
  private static final int STATES = 3;

  private final WorkspaceModel model;
  private final CausalityModel causality;
  private final FleetModel fleet;
  private final Texts texts;
  private final Cuts cuts;
  private final MeetingWords words;
  private final ObservableList<Cut> choices = FXCollections.observableArrayList();
  private final ObservableList<Cut> away = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Cut> one = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Cut> other = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Meeting> meeting = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscriptions;
  private boolean isChoosing;

  private final List<Cut> backups = new ArrayList<>();

  /// Names the newest wish for a backup.
  private int asked;

  /// The keys of the two that [#meetingProperty] is about; empty for none.
  private String answered = "";

  /// Names the newest wish: older ones stop.
  private final AtomicInteger wish = new AtomicInteger();

  MergeViewModel(CausalityModel causality, Texts texts, Moments moments) {
    this.causality = causality;
    this.model = causality.workspace();
    this.texts = texts;
    this.cuts = new Cuts(texts, moments);
    this.words = new MeetingWords(texts, model.people(), moments, cuts);
    this.fleet = new FleetModel(model, causality.historyProperty());
    this.subscriptions =
        Subscription.combine(
            fleet.fleetProperty().subscribe((_, _) -> offer()),
            causality.historyProperty().subscribe((_, _) -> arrived()),
            causality.selectedProperty().subscribe((_, _) -> offer()),
            causality.comparedProperty().subscribe((_, _) -> offer()),
            one.subscribe((_, _) -> look()),
            other.subscribe((_, _) -> look()));
    offer();
  }

  /// What can be chosen.
  ObservableList<Cut> choices() {
    return choices;
  }

  /// The machines that are not linked now.
  ObservableList<Cut> away() {
    return away;
  }

  ObjectProperty<@Nullable Cut> oneProperty() {
    return one;
  }

  ObjectProperty<@Nullable Cut> otherProperty() {
    return other;
  }

  /// What would come of it; null while two are not chosen, or looked at for the first time, and
  /// where that was stopped.
  ReadOnlyObjectProperty<@Nullable Meeting> meetingProperty() {
    return meeting.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// From 0 to 1.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What if that machine came back.
  void comesBack(Cut machine) {
    choose(find(Cuts.HERE), Optional.of(machine));
  }

  /// What if this machine met the one that wrote a backup: of a machine that is away that tells
  /// what nobody here can know. Nothing of it is taken over.
  void meetBackup(Path file) {
    int mine = ++asked;
    wish.incrementAndGet();
    unanswered("");
    busy.set(true);
    progress.set(-1);
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            BackedUp backup = model.open().look(file);
            Cut cut = cuts.backup(file, backup);
            model.ui().execute(() -> offer(cut, backup, mine));
          } catch (RuntimeException e) {
            model.ui().execute(() -> refused(String.valueOf(e.getMessage()), mine));
          }
        });
  }

  private void refused(String sentence, int mine) {
    if (asked == mine) {
      wish.incrementAndGet();
      busy.set(false);
      unanswered(sentence);
    }
  }

  private void offer(Cut cut, BackedUp backup, int mine) {
    if (model.workspace().id().filter(backup.id()::equals).isEmpty()) {
      refused(texts.of("merge.backup.other", backup.workspace().name()), mine);
      return;
    }
    if (asked != mine) {
      return;
    }
    backups.removeIf(one -> one.key().equals(cut.key()));
    backups.add(cut);
    offer();
    choose(find(Cuts.HERE), Optional.of(cut));
  }

  /// Looks no further. What was shown before answers another question.
  void cancel() {
    asked++;
    wish.incrementAndGet();
    busy.set(false);
    unanswered(texts.of("merge.stopped"));
  }

  private void unanswered(String why) {
    answered = "";
    meeting.set(null);
    problem.set(why);
  }

  private void choose(Optional<Cut> first, Optional<Cut> second) {
    isChoosing = true;
    one.set(first.orElse(null));
    other.set(second.orElse(null));
    isChoosing = false;
    look();
  }

  /// Changes are counted in what is loaded, which may come after the news that they are there.
  private void arrived() {
    List<Cut> before = List.copyOf(choices);
    offer();
    if (before.equals(choices)) {
      look();
    }
  }

  /// The choices as they are now; what was chosen stays chosen, unless two other changes were
  /// marked in the diagram: then those are meant.
  private void offer() {
    Workspace now = model.workspace();
    List<Cut> newest =
        new ArrayList<>(
            cuts.of(
                now,
                fleet.fleetProperty().get(),
                causality.historyProperty().get(),
                Arrays.asList(
                    causality.selectedProperty().get(), causality.comparedProperty().get())));
    newest.addAll(backups);
    if (newest.equals(choices)) {
      return;
    }
    List<Cut> pair = newest.stream().filter(cut -> cut.key().startsWith(Cuts.CHANGE)).toList();
    boolean isNewPair = pair.size() == 2 && !choices.containsAll(pair);
    Optional<Cut> first =
        isNewPair
            ? Optional.of(pair.getFirst())
            : chosen(one.get(), newest).or(() -> Optional.of(newest.getFirst()));
    Optional<Cut> second =
        isNewPair
            ? Optional.of(pair.getLast())
            : chosen(other.get(), newest).or(() -> longestAway(newest));
    isChoosing = true;
    choices.setAll(newest);
    away.setAll(newest.stream().filter(Cut::isAway).toList());
    choose(first, second);
  }

  private static Optional<Cut> chosen(@Nullable Cut before, List<Cut> now) {
    return before == null
        ? Optional.empty()
        : now.stream().filter(cut -> cut.key().equals(before.key())).findFirst();
  }

  private static Optional<Cut> longestAway(List<Cut> cuts) {
    Comparator<Cut> byLastHeard =
        Comparator.comparing(
            cut -> cut.machine().flatMap(KnownMachine::lastHeard),
            Comparator.comparing(heard -> heard.orElse(Instant.EPOCH)));
    return cuts.stream()
        .filter(Cut::isAway)
        .min(byLastHeard)
        .or(() -> cuts.stream().filter(cut -> cut.machine().isPresent()).findFirst());
  }

  private Optional<Cut> find(String key) {
    return choices.stream().filter(cut -> cut.key().equals(key)).findFirst();
  }

  private void look() {
    if (isChoosing) {
      return;
    }
    int mine = wish.incrementAndGet();
    Cut first = one.get();
    Cut second = other.get();
    if (first == null || second == null) {
      unanswered("");
      busy.set(false);
      return;
    }
    String question = first.key() + " " + second.key();
    if (!question.equals(answered)) {
      unanswered("");
    }
    busy.set(true);
    progress.set(0);
    Workspace now = model.workspace();
    CausalHistory history = causality.historyProperty().get();
    Consumer<Double> far = model.ui().latest(progress::set);
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            Optional<Meeting> found =
                find(
                    first,
                    second,
                    now,
                    history,
                    part -> {
                      far.accept(part);
                      return wish.get() == mine;
                    });
            model.ui().execute(() -> found.ifPresent(meant -> show(meant, question, mine)));
          } catch (RuntimeException e) {
            String sentence = texts.of("past.failed", String.valueOf(e.getMessage()));
            model.ui().execute(() -> failed(sentence, mine));
          }
        });
  }

  private Optional<Meeting> find(
      Cut first, Cut second, Workspace now, CausalHistory history, DoublePredicate far) {
    List<LogEntry> news = Stream.of(first, second).flatMap(cut -> cut.news().stream()).toList();
    States states = new States(model.open().history(), now, news, STATES, far);
    CausalHistory all =
        news.isEmpty()
            ? history
            : CausalHistory.of(
                Stream.concat(history.events().stream(), news.stream().map(Event::of))
                    .distinct()
                    .toList());
    return states
        .at(first.vector())
        .flatMap(before ->
            states
                .at(second.vector())
                .flatMap(after ->
                    states
                        .at(first.vector().join(second.vector()))
                        .map(merged -> Preview.of(before, after, merged))))
        .map(preview -> words.of(first, second, preview, all));
  }

  private void show(Meeting found, String question, int mine) {
    if (wish.get() == mine) {
      answered = question;
      busy.set(false);
      problem.set("");
      meeting.set(found);
    }
  }

  private void failed(String sentence, int mine) {
    if (wish.get() == mine) {
      busy.set(false);
      unanswered(sentence);
    }
  }

  @Override
  public void close() {
    asked++;
    wish.incrementAndGet();
    subscriptions.unsubscribe();
    fleet.close();
  }
}
