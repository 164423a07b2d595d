package dev.flotilla.app.desktop.editor;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.model.Edit;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrerequisiteStateTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Prerequisites");

  @Test
  void eachEnvironmentHasAStateOfItsOwn() {
    sketch.edit(
        ANA,
        new Edit.CreateEnvironment("qa", 3),
        Edit.CreateFlag.bool("base")
            .withSettings(
                Map.of(
                    "development", FlagSetting.of(true, "on"),
                    "production", FlagSetting.of(false, "on"),
                    "qa", FlagSetting.of(true, "on"))),
        new Edit.AddRule("base", "qa", RuleDraft.of("true", "off"), new Place.Last()));

    PrerequisiteState state = PrerequisiteState.of(sketch.workspace(), "base", "on");

    assertThat(state.met()).containsExactly("development");
    assertThat(state.perhaps()).containsExactly("qa");
    assertThat(state.unmet()).containsExactly("production");
    assertThat(state.isMet()).isFalse();
  }

  @Test
  void aFlagThatIsGoneHoldsNowhere() {
    PrerequisiteState state = PrerequisiteState.of(sketch.workspace(), "gone", "on");

    assertThat(state.missing()).isTrue();
    assertThat(state.isMet()).isFalse();
  }
}
