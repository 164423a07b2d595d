package dev.flotilla.app.desktop.conflicts;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static dev.flotilla.app.desktop.SketchWorkspace.CHEN;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Workspaces whose machines were apart: what the pictures of the inbox show.
final class InConflict {
  /// Flags that a change describes.
  private static final int TOGETHER = 25;

  private static final String LIMIT = "payment.retry-limit";
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

  /// Two descriptions that go together by words.
  static SketchWorkspace together() {
    SketchWorkspace sketch = CheckoutTeam.inConflict();
    Workspace apart = sketch.workspace();
    sketch.ago(Duration.ofMinutes(5));
    sketch.because(
        "Support asked what this is about",
        ANA,
        set(
            LIMIT,
            FieldNames.DESCRIPTION,
            Value.of("How often a declined card is tried again, before the customer is asked")));
    sketch.ago(Duration.ofMinutes(4));
    sketch.becauseFrom(
        apart,
        "Ticket PAY-88",
        BEN,
        set(
            LIMIT,
            FieldNames.DESCRIPTION,
            Value.of("How often a declined or expired card is tried again")));
    return sketch;
  }

  /// The typical ones after somebody decided.
  static SketchWorkspace decided() {
    SketchWorkspace sketch = typical();
    sketch.ago(Duration.ofMinutes(1));
    for (Conflict conflict : sketch.workspace().conflicts()) {
      sketch.edit(BEN, new Edit.Resolve(conflict.id(), new Choice.Pick(0)));
    }
    return sketch;
  }

  /// A rule whose condition two people changed.
  static SketchWorkspace rules() {
    SketchWorkspace sketch = CheckoutTeam.inConflict();
    Workspace apart = sketch.workspace();
    String rule = apart.flag(REDESIGN).orElseThrow().setting("production").rules().getFirst().id();
    sketch.ago(Duration.ofMinutes(5));
    sketch.because(
        "Liechtenstein as well",
        ANA,
        condition(rule, "{\"in\":[{\"var\":\"country\"},[\"CH\",\"LI\"]]}"));
    sketch.ago(Duration.ofMinutes(4));
    sketch.becauseFrom(
        apart,
        "Only who pays by card",
        BEN,
        condition(
            rule,
            "{\"and\":[{\"==\":[{\"var\":\"country\"},\"CH\"]},{\"==\":[{\"var\":\"payment\"},\"card\"]}]}"));
    return sketch;
  }

  private static Edit[] described(List<Flag> flags, String description) {
    return flags.stream()
        .map(flag -> set(flag.key(), FieldNames.DESCRIPTION, Value.of(description)))
        .toArray(Edit[]::new);
  }

  private static Edit condition(String rule, String json) {
    return Edit.setCondition(REDESIGN, "production", rule, Optional.of(json));
  }

  /// So many flags that two machines described while they were apart.
  static SketchWorkspace crowded(int flags) {
    SketchWorkspace sketch = CheckoutTeam.crowded(flags);
    Workspace apart = sketch.workspace();
    List<Flag> all = apart.flags();
    for (int at = 0; at < all.size(); at += TOGETHER) {
      List<Flag> some = all.subList(at, Math.min(at + TOGETHER, all.size()));
      sketch.ago(Duration.ofMinutes(5));
      sketch.edit(ANA, described(some, "Ends with release 2027"));
      sketch.ago(Duration.ofMinutes(4));
      sketch.editFrom(apart, BEN, described(some, "Stays until further notice"));
    }
    return sketch;
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value);
  }
}
