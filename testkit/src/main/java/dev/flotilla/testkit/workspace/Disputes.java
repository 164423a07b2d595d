package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;

/// Fleets that do not agree.
public final class Disputes {
  private static final String PRODUCTION = "production";
  private static final List<String> FLAGS =
      List.of(
          "text",
          "deleted",
          "tagged",
          "ruled",
          "ordered",
          "needy",
          "x",
          "y",
          "served",
          "targeted",
          "required",
          "requiring",
          "retyped");

  private Disputes() {}

  /// Three replicas that all have a conflict of every kind, made by replicas 0 and 1.
  public static Fleet ofEveryKind() {
    var fleet = new Fleet(3);
    fleet.edit(0, FLAGS.stream().map(Edit.CreateFlag::bool).toArray(Edit[]::new));
    fleet.edit(
        0,
        Edit.tag("tagged", "pay"),
        dim("served", Value.of(false)),
        dim("targeted", Value.of(false)),
        dim("required", Value.of(false)));
    for (var folder : List.of("a", "b", "c")) {
      fleet.edit(0, new Edit.CreateFolder(folder, folder, Optional.empty()));
    }
    fleet.edit(0, rule("ruled", "on"), rule("ordered", "on"), rule("ordered", "off"));
    fleet.edit(0, rule("ordered", "on"));
    fleet.syncAll();
    var ruled = rules(fleet, "ruled").getFirst().id();
    var ordered = rules(fleet, "ordered");

    fleet.edit(
        0,
        describe("text", "mine"),
        new Edit.DeleteEntity(EntityId.flag("deleted")),
        Edit.untag("tagged", "pay"),
        new Edit.RemoveRule("ruled", PRODUCTION, ruled),
        new Edit.MoveRule("ordered", PRODUCTION, ordered.get(0).id(), new Place.Last()),
        new Edit.Require("needy", "text", "on"),
        new Edit.Require("x", "y", "on"),
        new Edit.MoveFolder("a", Optional.of("b")),
        new Edit.MoveFolder("c", Optional.of("a")),
        dim("served", Value.absent()),
        dim("targeted", Value.absent()),
        dim("required", Value.absent()),
        set("retyped", FieldNames.TYPE, Value.of("string")),
        set("retyped", FieldNames.variant("on"), Value.of("on")),
        set("retyped", FieldNames.variant("off"), Value.of("off")));
    fleet.edit(
        1,
        describe("text", "yours"),
        describe("deleted", "still needed"),
        Edit.tag("tagged", "pay"),
        Edit.setCondition("ruled", PRODUCTION, ruled, Optional.of("true")),
        new Edit.MoveRule(
            "ordered", PRODUCTION, ordered.get(0).id(), new Place.After(ordered.get(1).id())),
        new Edit.Require("needy", "text", "off"),
        new Edit.Require("y", "x", "on"),
        new Edit.MoveFolder("b", Optional.of("a")),
        new Edit.MoveFolder("c", Optional.of("b")),
        set("served", FieldNames.defaultVariant(PRODUCTION), Value.of("dim")),
        rule("targeted", "dim"),
        new Edit.Require("requiring", "required", "dim"),
        set("retyped", FieldNames.variant("half"), Value.of(true)));
    fleet.syncAll();
    return fleet;
  }

  private static List<Rule> rules(Fleet fleet, String flag) {
    return fleet.workspace(0).flag(flag).orElseThrow().setting(PRODUCTION).rules();
  }

  private static Edit rule(String flag, String outcome) {
    var draft = new RuleDraft(Optional.empty(), Value.of(outcome));
    return new Edit.AddRule(flag, PRODUCTION, draft, new Place.Last());
  }

  private static Edit describe(String flag, String description) {
    return set(flag, FieldNames.DESCRIPTION, Value.of(description));
  }

  private static Edit dim(String flag, Value value) {
    return set(flag, FieldNames.variant("dim"), value);
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value);
  }
}
