package dev.flotilla.app.desktop.guide;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.guide.Step.State;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.model.Edit;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideViewModelTest {
  private final SketchWorkspace sketch = SketchWorkspace.alone("Checkout");
  private final DesktopSettings settings = DesktopSettings.forgetful();
  private final GuideViewModel guide = guide();

  @Test
  void aNewWorkspaceLacksAFlagFirst() {
    assertThat(guide.shownProperty().get()).isTrue();
    assertThat(states()).containsExactly(State.DONE, State.CURRENT, State.LATER, State.LATER);
  }

  @Test
  void theStepsFollowWhatReallyHappensUntilTheSecondMachineHasEverything() {
    sketch.edit(ANA, Edit.CreateFlag.bool("welcome"));
    assertThat(states()).containsExactly(State.DONE, State.DONE, State.CURRENT, State.LATER);

    sketch.joined();
    assertThat(states()).containsExactly(State.DONE, State.DONE, State.DONE, State.CURRENT);

    peer(PeerState.SYNCING);
    assertThat(guide.completeProperty().get()).isFalse();

    peer(PeerState.IN_SYNC);
    assertThat(guide.completeProperty().get()).isTrue();
    assertThat(guide.stepsProperty().get().getLast().text()).startsWith("Ben’s desktop has");
  }

  @Test
  void whatWasReachedStaysWhenTheOtherMachineGoesToSleep() {
    sketch.edit(ANA, Edit.CreateFlag.bool("welcome"));
    sketch.joined();
    peer(PeerState.IN_SYNC);

    peer(PeerState.OFFLINE);

    assertThat(guide.completeProperty().get()).isTrue();
  }

  @Test
  void whoEndsTheStepsIsNotShownThemAgainUnlessAskedFor() {
    guide.end();

    assertThat(guide().shownProperty().get()).isFalse();

    guide.showAgain();

    assertThat(guide.shownProperty().get()).isTrue();
  }

  @Test
  void aWorkspaceThatIsAtWorkNeedsNoSteps() {
    SketchWorkspace atWork =
        new SketchWorkspace("Search").edit(ANA, Edit.CreateFlag.bool("welcome"));

    GuideViewModel none =
        new GuideViewModel(Sketches.model(atWork), DesktopSettings.forgetful(), Sketches.TEXTS);

    assertThat(none.shownProperty().get()).isFalse();
  }

  private GuideViewModel guide() {
    return new GuideViewModel(Sketches.model(sketch), settings, Sketches.TEXTS);
  }

  private void peer(PeerState state) {
    sketch.peers(
        new PeerStatus(
            Optional.empty(),
            "Ben’s desktop",
            "127.0.0.1:41217",
            state,
            sketch.workspace().vector(),
            Optional.empty(),
            Optional.empty()));
  }

  private List<State> states() {
    return guide.stepsProperty().get().stream().map(Step::state).toList();
  }
}
