package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BothTextsTest {
  private static final String FLAG = "search.ranking";

  private final SketchWorkspace sketch = CheckoutTeam.calm();

  @Test
  void twoChangesOfATextGoTogether() {
    assertThat(
            both(FieldNames.DESCRIPTION, Value.of("a b c"), Value.of("A b c"), Value.of("a b C")))
        .contains("A b C");
  }

  // Parts of two documents were put together by words, and written as a text into a variant that
  // takes documents only.
  @Test
  void documentsAndNumbersAreNoTexts() {
    String field = FieldNames.variant("fresh");
    assertThat(
            both(
                field,
                new Value.Json("{\"a\": 1, \"b\": 1}"),
                new Value.Json("{\"a\": 2, \"b\": 1}"),
                new Value.Json("{\"a\": 1, \"b\": 2}")))
        .isEmpty();
  }

  @Test
  void namesAreNoTexts() {
    assertThat(both(FieldNames.OWNER, Value.of("a b c"), Value.of("A b c"), Value.of("a b C")))
        .isEmpty();
  }

  @Test
  void withoutWhatWasThereBeforeNothingGoesTogether() {
    Conflict conflict =
        conflict(FieldNames.DESCRIPTION, Value.of("a b"), Value.of("A b"), Value.of("a B"));

    assertThat(BothTexts.of(conflict, Optional.empty())).isEmpty();
  }

  private Optional<String> both(String field, Value before, Value one, Value other) {
    return BothTexts.of(conflict(field, before, one, other), Optional.of(before));
  }

  private Conflict conflict(String field, Value before, Value one, Value other) {
    sketch.edit(SketchWorkspace.ANA, set(field, before));
    Workspace apart = sketch.workspace();
    sketch.edit(SketchWorkspace.ANA, set(field, one));
    sketch.editFrom(apart, SketchWorkspace.BEN, set(field, other));
    return sketch.workspace().conflicts().getFirst();
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(EntityId.flag(FLAG), field, value);
  }
}
