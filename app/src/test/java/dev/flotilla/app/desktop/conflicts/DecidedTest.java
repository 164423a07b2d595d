package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Choice;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import org.junit.jupiter.api.Test;

class DecidedTest {
  private final SketchWorkspace sketch = InConflict.together();
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void whatIsOpenIsNotDecided() {
    assertThat(Decided.newest(sketch.history()).decisions()).isEmpty();
  }

  @Test
  void theValueThatWasNotTakenIsKept() {
    ConflictView conflict = description();
    Value lost = conflict.options().get(1).alternative().value();

    conflicts.resolve(conflict.id(), new Choice.Pick(0));

    assertThat(Decided.newest(sketch.history()).decisions())
        .singleElement()
        .satisfies(decided -> {
          assertThat(decided.slot().toString()).contains(FieldNames.DESCRIPTION);
          assertThat(decided.lost()).containsExactly(lost);
        });
  }

  @Test
  void ofAValueOfOnesOwnBothOthersAreKept() {
    conflicts.resolve(description().id(), new Choice.Put(Value.of("Something else")));

    assertThat(Decided.newest(sketch.history()).decisions().getFirst().lost()).hasSize(2);
  }

  private ConflictView description() {
    return conflicts.conflicts().stream()
        .filter(conflict -> conflict.place().equals("Description"))
        .findFirst()
        .orElseThrow();
  }
}
