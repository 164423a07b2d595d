package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.fx.Renewed;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Hues;
import dev.flotilla.crdt.Dot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;

/// What each machine is known to have, as two tables and a sentence. Found in the background.
///
/// Thread: FX.
final class MachinesModel implements AutoCloseable {
  /// @param isAlone whether no other machine is in the workspace
  /// @param summary who has everything, and who does not
  /// @param stable how many of `all` changes every machine has
  /// @param stability the same in words
  record Known(
      Grid machines,
      Grid flags,
      boolean isAlone,
      String summary,
      int stable,
      int all,
      String stability) {
    static final Known NOTHING = new Known(Grid.EMPTY, Grid.EMPTY, false, "", 0, 0, "");
  }

  private final CausalityModel model;
  private final Texts texts;
  private final Moments moments;
  private final FleetModel fleets;
  private final Renewed<Known> known;
  private final Subscription subscriptions;

  MachinesModel(CausalityModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.fleets = new FleetModel(model.workspace(), model.historyProperty());
    this.known = new Renewed<>(model.workspace().ui(), Known.NOTHING);
    this.subscriptions =
        Subscription.combine(
            fleets.fleetProperty().subscribe(_ -> look()),
            moments.passedProperty().subscribe((_, _) -> look()));
  }

  ReadOnlyObjectProperty<Known> knownProperty() {
    return known.property();
  }

  private void look() {
    KnownFleet fleet = fleets.fleetProperty().get();
    CausalHistory history = model.historyProperty().get();
    known.renew(() -> known(fleet, history));
  }

  private Known known(KnownFleet found, CausalHistory history) {
    KnownFleet fleet = ClockMatrix.sorted(found, history, texts, moments);
    ClockMatrix matrix = new ClockMatrix(fleet, history, texts, moments);
    int stable = 0;
    for (Event event : history.events()) {
      if (fleet.lacking(new Dot(event.author(), event.last())).isEmpty()) {
        stable++;
      }
    }
    Map<String, Hue> hues =
        Hues.of(
            Stream.concat(
                    history.lanes().stream().map(Lane::machine),
                    fleet.machines().stream().map(KnownMachine::name))
                .toList());
    return new Known(
        matrix.grid().tinted(hues),
        new Divergence(fleet, history, texts).grid().tinted(hues),
        fleet.machines().size() == 1,
        summary(fleet, matrix),
        stable,
        history.size(),
        texts.of("machines.stable", stable, history.size()));
  }

  private String summary(KnownFleet fleet, ClockMatrix matrix) {
    List<KnownMachine> behind =
        fleet.machines().stream()
            .filter(machine -> matrix.behind(machine) > 0 || machine.vector().isEmpty())
            .sorted(Comparator.comparingLong(matrix::behind).reversed())
            .toList();
    int all = fleet.machines().size();
    if (behind.isEmpty()) {
      return texts.of("machines.summary.all", all);
    }
    KnownMachine last = behind.getFirst();
    return texts.of(
        "machines.summary.some",
        all - behind.size(),
        all,
        last.name(),
        matrix.behind(last),
        matrix.heard(last));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    known.close();
    fleets.close();
  }
}
