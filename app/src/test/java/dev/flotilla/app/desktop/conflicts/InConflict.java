package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static dev.flotilla.app.desktop.SketchWorkspace.CHEN;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Duration;

/// Workspaces whose machines were apart: what the pictures of the inbox show.
final class InConflict {
  private static final String REDESIGN = "checkout-redesign";
  private static final String RANKING = "search.ranking";

  private InConflict() {}

  /// One conflict of each common kind, on top of those that the team has anyway.
  static SketchWorkspace typical() {
    SketchWorkspace sketch = CheckoutTeam.inConflict();
    sketch.ago(Duration.ofSeconds(340));
    sketch.edit(
        BEN,
        Edit.tag(REDESIGN, "beta"),
        Edit.tag(REDESIGN, "mobile"),
        Edit.tag(REDESIGN, "platform"));
    Workspace apart = sketch.workspace();
    sketch.ago(Duration.ofSeconds(320));
    sketch.because(
        "Ticket CHK-1182",
        ANA,
        set(
            REDESIGN,
            FieldNames.DESCRIPTION,
            Value.of("The one-page checkout, for everybody from 1 December, except in Austria")),
        Edit.tag(REDESIGN, "beta"),
        Edit.tag(REDESIGN, "mobile"));
    sketch.ago(Duration.ofMinutes(5));
    sketch.becauseFrom(
        apart,
        "Legal wants a pause",
        BEN,
        set(
            REDESIGN,
            FieldNames.DESCRIPTION,
            Value.of("The one-page checkout, for everyone in January, after the audit")),
        new Edit.RemoveElement(EntityId.flag(REDESIGN), FieldNames.TAGS, "beta"),
        new Edit.RemoveElement(EntityId.flag(REDESIGN), FieldNames.TAGS, "mobile"));
    sketch.ago(Duration.ofMinutes(4));
    sketch.because(
        "Fresh results won the experiment",
        ANA,
        set(
            RANKING,
            FieldNames.variant("fresh"),
            new Value.Json(
                "{\"title\":1,\"popularity\":0.1,\"age\":0.7,\"boost\":{\"new\":2,\"sale\":1},"
                    + "\"markets\":[\"ch\",\"de\"]}")));
    sketch.ago(Duration.ofMinutes(3));
    sketch.becauseFrom(
        apart,
        "Nightly tuning",
        CHEN,
        set(
            RANKING,
            FieldNames.variant("fresh"),
            new Value.Json(
                "{\"title\":1.2,\"popularity\":0.2,\"age\":0.6,\"boost\":{\"new\":2,\"sale\":3},"
                    + "\"markets\":[\"de\",\"at\"]}")));
    return sketch;
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value);
  }
}
