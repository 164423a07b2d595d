package dev.flotilla.app.desktop.history;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final ObjectProperty<@Nullable ChangeRef> looked = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> sought = new SimpleObjectProperty<>();

  @Test
  void whatIsLookedAtElsewhereIsSelectedAndTheOtherWayRound() {
    edits(10);
    HistoryViewModel model = model();

    looked.set(new ChangeRef(ANA, 6));
    assertThat(selected(model)).isEqualTo(new ChangeRef(ANA, 6));

    model.selectedProperty().set(model.row(new ChangeRef(ANA, 8)).orElseThrow());
    assertThat(looked.get()).isEqualTo(new ChangeRef(ANA, 8));
  }

  @Test
  void openingTheListDoesNotChangeWhatIsLookedAt() {
    edits(400);
    looked.set(new ChangeRef(ANA, 4));

    HistoryViewModel model = model();

    assertThat(looked.get()).isEqualTo(new ChangeRef(ANA, 4));
    model.textProperty().set("owner");
    assertThat(looked.get()).isEqualTo(new ChangeRef(ANA, 4));
  }

  @Test
  void whatIsSoughtIsReadHoweverOldItIsAndWhateverHidesIt() {
    edits(700);
    HistoryViewModel model = model();
    model.textProperty().set("nothing has this");

    sought.set(new ChangeRef(ANA, 3));

    assertThat(selected(model)).isEqualTo(new ChangeRef(ANA, 3));
    assertThat(looked.get()).isEqualTo(new ChangeRef(ANA, 3));
    assertThat(sought.get()).isNull();
    assertThat(model.isFiltered()).isFalse();
  }

  @Test
  void whatIsSoughtBeforeTheListIsThereIsShownFirst() {
    edits(300);
    sought.set(new ChangeRef(ANA, 5));

    assertThat(selected(model())).isEqualTo(new ChangeRef(ANA, 5));
  }

  @Test
  void whatArrivedLateIsFoundInTheOldPart() {
    Workspace old = sketch.workspace();
    edits(30);
    HistoryViewModel model = model();
    sketch.ago(Duration.ofDays(40)).editFrom(old, BEN, Edit.CreateFlag.bool("late"));

    sought.set(new ChangeRef(BEN, 2));

    assertThat(selected(model)).isEqualTo(new ChangeRef(BEN, 2));
  }

  @Test
  void whatIsNowhereIsSaidToBeMissing() {
    edits(3);
    HistoryViewModel model = model();

    sought.set(new ChangeRef(BEN, 999));

    assertThat(sought.get()).isNull();
    assertThat(model.problemProperty().get()).isEqualTo("That change is not in this history.");
  }

  private void edits(int count) {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    for (int i = 1; i < count; i++) {
      sketch.edit(
          ANA,
          new Edit.SetField(
              EntityId.flag("checkout"),
              FieldNames.OWNER,
              Value.of("owner " + i),
              Optional.empty()));
    }
  }

  private static ChangeRef selected(HistoryViewModel model) {
    HistoryRow.Entry row = model.selectedProperty().get();
    assertThat(row).isNotNull();
    return row.change().ref();
  }

  private HistoryViewModel model() {
    HistoryViewModel model =
        new HistoryViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());
    model.follow(looked, sought);
    return model;
  }
}
