package dev.flotilla.app.desktop.causality.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.Optional;

/// The morning apart goes on: two machines switch flags without hearing of each other.
final class Switched {
  static final String ON = "On for everybody";
  static final String OFF = "Off at the line";

  private Switched() {}

  static RehearsalFleet apart() {
    RehearsalFleet fleet = ApartTeam.morning();
    fleet.cut(1, ApartTeam.LINE);
    edit(
        fleet,
        ApartTeam.ANA,
        "",
        set("checkout-redesign", FieldNames.state("development"), Value.of(true)));
    edit(
        fleet,
        ApartTeam.ANA,
        ON,
        set("checkout-redesign", FieldNames.state("production"), Value.of(true)),
        set("checkout-redesign", FieldNames.defaultVariant("production"), Value.of("on")));
    edit(
        fleet,
        ApartTeam.LINE,
        "",
        set("line-2.scanner", FieldNames.state("production"), Value.of(true)));
    edit(
        fleet,
        ApartTeam.LINE,
        OFF,
        set("checkout-redesign", FieldNames.state("production"), Value.of(true)),
        set("checkout-redesign", FieldNames.defaultVariant("production"), Value.of("off")),
        set("line-2.scanner", FieldNames.defaultVariant("production"), Value.of("on")));
    fleet.heal();
    return fleet;
  }

  private static void edit(RehearsalFleet fleet, int machine, String message, Edit... edits) {
    assertThat(fleet.edit(machine, message, edits)).isEmpty();
    fleet.at(fleet.now().plusSeconds(40));
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value, Optional.empty());
  }
}
