package dev.flotilla.app.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.Presence;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
  private static final EntityId FAST = EntityId.flag("fast");

  private final SketchWorkspace sketch = new SketchWorkspace("Shop");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final Live live = model.live();

  @BeforeEach
  void thereIsAFlag() {
    model.edit("created", Edit.CreateFlag.bool("fast"));
  }

  @Test
  void whatOthersChangeHasArrivedForAMoment() {
    assertThat(live.arrival(FAST)).isEmpty();

    sketch.edit(SketchWorkspace.BEN, Edit.tag("fast", "qa"));
    assertThat(live.arrival(FAST)).contains("Ben’s desktop");

    long version = live.versionProperty().get();
    live.forget(1);
    assertThat(live.arrival(FAST)).isEmpty();
    assertThat(live.versionProperty().get()).isGreaterThan(version);
  }

  @Test
  void countersAndTagSetsThatOthersChangeHaveArrivedToo() {
    EntityId robots = EntityId.tagSet("Robots");
    model.edit("created", new Edit.CreateTagSet("Robots", ""));
    model.edit("created", new Edit.CreateCounter("deploys", ""));

    sketch.edit(SketchWorkspace.BEN, new Edit.AddToCounter("deploys", 3));
    sketch.edit(SketchWorkspace.CHEN, new Edit.AddElement(robots, FieldNames.MEMBERS, "robot-1"));

    assertThat(live.arrival(EntityId.counter("deploys"))).contains("Ben’s desktop");
    assertThat(live.arrival(robots)).contains("Build server");
  }

  @Test
  void onlyTheFieldsThatOthersChangedHaveArrived() {
    String state = FieldNames.state("production");

    sketch.edit(SketchWorkspace.BEN, new Edit.SetField(FAST, state, Value.of(true)));

    assertThat(live.arrival(FAST, state)).contains("Ben’s desktop");
    assertThat(live.arrival(FAST, FieldNames.OWNER)).isEmpty();
  }

  @Test
  void theNewestOfTwoArrivalsStaysItsMoment() {
    sketch.edit(SketchWorkspace.BEN, Edit.tag("fast", "qa"));
    sketch.edit(SketchWorkspace.CHEN, Edit.tag("fast", "line-2"));

    live.forget(1);

    assertThat(live.arrival(FAST)).contains("Build server");
  }

  @Test
  void ownEditsDoNotArrive() {
    model.edit("tagged", Edit.tag("fast", "qa"));

    assertThat(live.arrival(FAST)).isEmpty();
  }

  @Test
  void moreThanAnybodyCouldSeeDoesNotArrive() {
    Edit[] many =
        IntStream.rangeClosed(0, Live.ARRIVALS_MAX)
            .mapToObj(at -> Edit.CreateFlag.bool("flag-" + at))
            .toArray(Edit[]::new);

    sketch.edit(SketchWorkspace.BEN, many);

    assertThat(live.arrival(EntityId.flag("flag-1"))).isEmpty();
  }

  @Test
  void whoeverIsAboutAnEntityIsNamedWhoEditsItFirst() {
    sketch.present(sketch.device(SketchWorkspace.CHEN), Presence.looking(FAST));
    sketch.present(sketch.device(SketchWorkspace.BEN), Presence.editing(FAST, FieldNames.OWNER));

    assertThat(live.people(FAST))
        .extracting(Live.Person::name)
        .containsExactly("Ben’s desktop", "Build server");
    assertThat(live.editing(FAST, FieldNames.OWNER)).isEqualTo("Ben’s desktop");
    assertThat(live.editing(FAST, FieldNames.DESCRIPTION)).isEmpty();
    assertThat(live.people(EntityId.flag("other"))).isEmpty();

    sketch.present(sketch.device(SketchWorkspace.BEN), Presence.NOTHING);
    assertThat(live.editing(FAST, FieldNames.OWNER)).isEmpty();
  }
}
