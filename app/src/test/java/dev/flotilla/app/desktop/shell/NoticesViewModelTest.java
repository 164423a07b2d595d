package dev.flotilla.app.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.model.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final Moments moments = Sketches.moments();
  private final NoticesViewModel notices =
      new NoticesViewModel(Sketches.model(sketch), Sketches.TEXTS, moments);

  @Test
  void nothingIsSaidWhileAllIsWell() {
    assertThat(notices.items()).isEmpty();
  }

  @Test
  void anAlarmIsShownWithTheNextChange() {
    sketch.warn("The disk is full.");
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("dark"));

    assertThat(sentences()).containsExactly("The disk is full.");
  }

  @Test
  void anAlarmIsShownThoughNothingChanges() {
    sketch.warn("A clock is wrong.");
    moments.timePassed();

    assertThat(sentences()).containsExactly("A clock is wrong.");
  }

  @Test
  void anAlarmThatIsOverGoes() {
    sketch.warn("The disk is full.");
    moments.timePassed();
    sketch.warn();
    moments.timePassed();

    assertThat(notices.items()).isEmpty();
  }

  @Test
  void whatWasHiddenStaysHiddenAndTheOthersStay() {
    sketch.warn("One.", "Two.");
    moments.timePassed();
    notices.hide(notices.items().getFirst());
    moments.timePassed();

    assertThat(sentences()).containsExactly("Two.");
  }

  @Test
  void aLoadingWorkspaceSaysSoUntilItIsThere() {
    sketch.warn("One.");
    sketch.loading(true);
    moments.timePassed();

    assertThat(notices.items()).hasSize(2);
    assertThat(notices.items().getFirst().sentence()).contains("still arriving");
    assertThat(notices.items().getFirst().canBeHidden()).isFalse();

    sketch.loading(false);
    moments.timePassed();

    assertThat(sentences()).containsExactly("One.");
  }

  private List<String> sentences() {
    return notices.items().stream().map(NoticesViewModel.Item::sentence).toList();
  }
}
