package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.conflicts.OwnValue.Form;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnValueTest {
  private final Workspace workspace = InConflict.typical().workspace();

  @Test
  void aDescriptionIsAText() {
    OwnValue own = of("checkout-redesign", FieldNames.DESCRIPTION).orElseThrow();

    assertThat(own.form()).isEqualTo(Form.TEXT);
    assertThat(own.draft()).endsWith("after the audit");
    assertThat(own.read("x")).contains(Value.of("x"));
  }

  @Test
  void aDefaultVariantIsOneOfTheVariants() {
    OwnValue own = of("payment.retry-limit", FieldNames.defaultVariant("production")).orElseThrow();

    assertThat(own.choices()).containsExactlyInAnyOrder("careful", "patient");
    assertThat(own.read("bold")).isEmpty();
  }

  @Test
  void aValueOfAnObjectFlagIsLaidOutJsonAndReadBackCompact() {
    OwnValue own = of("search.ranking", FieldNames.variant("fresh")).orElseThrow();

    assertThat(own.form()).isEqualTo(Form.JSON);
    assertThat(own.draft()).contains("\n");
    assertThat(own.read("{ \"a\": 1 }")).contains(new Value.Json("{\"a\":1}"));
    assertThat(own.read("{")).isEmpty();
  }

  @Test
  void whoDeletedOrKeepsHasNoOtherValue() {
    Conflict deleted =
        workspace.conflicts().stream()
            .filter(Conflict.DeleteUpdate.class::isInstance)
            .findFirst()
            .orElseThrow();

    assertThat(OwnValue.of(workspace, deleted)).isEmpty();
  }

  private Optional<OwnValue> of(String flag, String field) {
    return workspace.conflicts().stream()
        .filter(one ->
            one.slot() instanceof Slot.Field(var entity, var name)
                && entity.key().equals(flag)
                && name.equals(field))
        .findFirst()
        .flatMap(one -> OwnValue.of(workspace, one));
  }
}
