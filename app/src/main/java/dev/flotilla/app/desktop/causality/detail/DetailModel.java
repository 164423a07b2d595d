package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.causality.words.PairWords;
import dev.flotilla.app.desktop.causality.words.Relation;
import dev.flotilla.app.desktop.causality.words.SkewWords;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.net.change.ChangeRef;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What there is to say about the changes that somebody looks at.
///
/// Thread: FX.
public final class DetailModel implements AutoCloseable {
  /// What is told.
  public sealed interface Told {
    /// Nobody looks at a change.
    ///
    /// @param isEmpty whether there are none
    record Nothing(boolean isEmpty) implements Told {}

    /// About one change, by its index.
    record One(EventWords words, int index) implements Told {}

    /// About two changes, and how they stand to each other.
    record Two(EventWords words, int one, int other, Relation relation) implements Told {}
  }

  private final Looking looking;
  private final ObservableValue<KnownFleet> fleet;
  private final Desk desk;
  private final ReadOnlyObjectWrapper<Told> told =
      new ReadOnlyObjectWrapper<>(new Told.Nothing(true));
  private final Subscription subscription;
  private EventWords words;

  /// @param fleet what machines are known to have
  public DetailModel(Looking looking, ObservableValue<KnownFleet> fleet, Desk desk) {
    this.looking = looking;
    this.fleet = fleet;
    this.desk = desk;
    this.words = words(looking.history().getValue());
    this.subscription =
        Subscription.combine(
            looking
                .history()
                .subscribe(now -> {
                  words = words(now);
                  tell();
                }),
            looking.selected().subscribe(_ -> tell()),
            looking.compared().subscribe(_ -> tell()));
  }

  /// Of what a window looks at.
  public static DetailModel of(CausalityModel model, Desk desk) {
    FleetModel fleet = new FleetModel(model.workspace(), model.historyProperty());
    DetailModel made = new DetailModel(Looking.at(model), fleet.fleetProperty(), desk);
    made.fleets = fleet;
    return made;
  }

  private @Nullable FleetModel fleets;

  public ReadOnlyObjectProperty<Told> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// What machines are known to have.
  public ObservableValue<KnownFleet> fleet() {
    return fleet;
  }

  /// What is to be known about the clock of a machine; empty for nothing.
  public String clockNote(Lane lane) {
    return new SkewWords(desk.texts(), desk.moments()).note(fleet.getValue(), lane);
  }

  /// Looks at one change alone.
  void select(ChangeRef change) {
    looking.compared().set(null);
    looking.selected().set(change);
  }

  /// Puts a change beside the one that is looked at.
  void compare(ChangeRef change) {
    looking.compared().set(change);
  }

  /// Looks at one change only.
  void stopComparing() {
    looking.compared().set(null);
  }

  private EventWords words(CausalHistory history) {
    return new EventWords(desk.texts(), desk.moments(), history, looking.headlines());
  }

  private void tell() {
    OptionalInt one = find(looking.selected().get());
    OptionalInt other = find(looking.compared().get());
    if (one.isEmpty()) {
      told.set(new Told.Nothing(words.history().size() == 0));
    } else if (other.isEmpty() || one.equals(other)) {
      told.set(new Told.One(words, one.getAsInt()));
    } else {
      Relation relation = new PairWords(words).of(one.getAsInt(), other.getAsInt());
      told.set(new Told.Two(words, one.getAsInt(), other.getAsInt(), relation));
    }
  }

  private OptionalInt find(@Nullable ChangeRef change) {
    return change == null ? OptionalInt.empty() : words.history().find(change);
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    if (fleets != null) {
      fleets.close();
    }
  }
}
