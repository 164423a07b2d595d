package dev.flotilla.app.desktop.session;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTravelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final TimeTravel travel = model.timeTravel();

  @Test
  void everythingShowsThePastAndNothingCanBeEdited() {
    sketch.edit(ANA, Edit.CreateFlag.bool("first"));
    LogEntry first = newest();
    sketch.edit(ANA, Edit.CreateFlag.bool("second"));

    travel.go(first);
    model.edit("", Edit.CreateFlag.bool("third"));

    assertThat(model.workspace().flags()).hasSize(1);
    assertThat(model.problemProperty().get()).contains("the past");
    assertThat(sketch.workspace().flags()).hasSize(2);
  }

  @Test
  void aChangeIsFoundByAnyOfItsOperations() {
    sketch.edit(ANA, Edit.CreateFlag.bool("first"));
    LogEntry first = newest();
    sketch.edit(ANA, Edit.CreateFlag.bool("second"));

    travel.go(new Dot(first.author(), first.first()));

    assertThat(model.workspace().flags()).hasSize(1);
  }

  @Test
  void whatOthersDoMeanwhileWaitsForTheWayBack() {
    sketch.edit(ANA, Edit.CreateFlag.bool("first"));
    travel.go(newest());
    sketch.edit(BEN, Edit.CreateFlag.bool("second"));

    assertThat(model.workspace().flags()).hasSize(1);
    travel.leave();

    assertThat(model.workspace().flags()).hasSize(2);
    assertThat(travel.refusal()).isEmpty();
  }

  @Test
  void oneChangeAfterTheOtherLeadsBackToNow() {
    sketch.edit(ANA, Edit.CreateFlag.bool("first"));
    sketch.edit(ANA, Edit.CreateFlag.bool("second"));
    sketch.edit(ANA, Edit.CreateFlag.bool("third"));

    travel.go(newest());
    travel.older();
    travel.older();
    assertThat(model.workspace().flags()).hasSize(1);
    travel.newer();
    assertThat(model.workspace().flags()).hasSize(2);
    travel.newer();
    travel.newer();

    assertThat(travel.isPast()).isFalse();
    assertThat(model.workspace().flags()).hasSize(3);
  }

  @Test
  void undoIsRefusedInThePastAndWorksAfterwards() {
    EntityId flag = EntityId.flag("first");
    sketch.edit(ANA, Edit.CreateFlag.bool("first"));
    model.edit("owner", new Edit.SetField(flag, FieldNames.OWNER, Value.of("ana")));
    travel.go(newest());

    model.undo();
    assertThat(model.problemProperty().get()).contains("the past");
    travel.leave();
    model.undo();

    assertThat(model.workspace().flag("first").orElseThrow().owner()).isEmpty();
  }

  private LogEntry newest() {
    List<LogEntry> page = sketch.history().page(LogQuery.newest(1)).entries();
    return page.getFirst();
  }
}
