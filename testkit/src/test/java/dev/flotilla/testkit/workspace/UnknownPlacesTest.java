package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Refusal.Reason;
import dev.flotilla.model.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A field or a set that does not exist is refused in a sentence that names those that do.
class UnknownPlacesTest {
  private static final EntityId FLAG = EntityId.flag("checkout");
  private static final EntityId TAGS = EntityId.tagSet("teams");
  private static final EntityId STAGE = EntityId.environment("production");

  private final Fleet fleet = new Fleet(1);

  @BeforeEach
  void oneOfEach() {
    fleet.edit(0, Edit.CreateFlag.bool("checkout"), new Edit.CreateTagSet("teams", ""));
  }

  @Test
  void fieldsThatAnEntityDoesNotHave() {
    assertThat(refusal(set(FLAG, "colour"))).contains("description");
    assertThat(refusal(set(FLAG, FieldNames.evaluator("everybody")))).contains("variant/<name>");
    assertThat(refusal(set(TAGS, "owner"))).contains("colour");
    assertThat(refusal(set(STAGE, "colour"))).contains("protected");
    assertThat(refusal(set(STAGE, FieldNames.variant("on")))).contains("metadata/<key>");
    assertThat(refusal(set(EntityId.workspace(), "colour"))).contains("name");
  }

  @Test
  void setsThatAnEntityDoesNotHave() {
    assertThat(refusal(new Edit.AddElement(FLAG, "members", "x"))).contains("tags");
    assertThat(refusal(new Edit.AddElement(TAGS, "tags", "x"))).contains("members");
    assertThat(refusal(new Edit.AddElement(STAGE, "tags", "x"))).contains("no set");
  }

  @Test
  void elementsThatASetDoesNotHave() {
    fleet.edit(
        0,
        new Edit.AddElement(FLAG, FieldNames.LINKS, "https://example.org/a"),
        new Edit.AddElement(TAGS, FieldNames.MEMBERS, "pay"));

    assertThat(reason(new Edit.RemoveElement(FLAG, FieldNames.LINKS, "https://example.org/b")))
        .isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(reason(new Edit.RemoveElement(TAGS, FieldNames.MEMBERS, "ui")))
        .isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(reason(Edit.untag("checkout", "ui"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
  }

  @Test
  void aNameThatIsNoText() {
    assertThat(reason(new Edit.SetField(EntityId.workspace(), FieldNames.NAME, Value.of(true))))
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(reason(new Edit.SetField(FLAG, FieldNames.metadata("team"), new Value.Json("[]"))))
        .isEqualTo(Reason.WRONG_TYPE);
  }

  private static Edit set(EntityId entity, String field) {
    return new Edit.SetField(entity, field, Value.of("x"));
  }

  private String refusal(Edit edit) {
    var refusal = refused(edit);
    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_FIELD);
    return refusal.message();
  }

  private Reason reason(Edit edit) {
    return refused(edit).reason();
  }

  private Refusal refused(Edit edit) {
    if (fleet.tryEdit(0, edit) instanceof Plan.Refused(var refusal)) {
      return refusal;
    }
    throw new AssertionError("accepted: " + edit);
  }
}
