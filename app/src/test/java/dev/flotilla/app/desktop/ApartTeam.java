package dev.flotilla.app.desktop;

import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Five machines that are cut apart and meet again: what the pictures of causality show.
public final class ApartTeam {
  public static final int ANA = 0;
  public static final int BEN = 1;
  public static final int BUILD = 2;
  public static final int LINE = 3;
  public static final int STUDIO = 4;

  private static final String LIMIT = "payment.retry-limit";

  private final RehearsalFleet fleet =
      RehearsalFleet.founded("Checkout", machines(), before(Duration.ofHours(7)));

  private static List<RehearsalMachine> machines() {
    return List.of(
        RehearsalMachine.named("Ana’s laptop", SketchWorkspace.ANA, 1),
        RehearsalMachine.named("Ben’s desktop", SketchWorkspace.BEN, 2),
        RehearsalMachine.named("Build server", SketchWorkspace.CHEN, 3),
        RehearsalMachine.named("Packing line 2", new ReplicaId(0x5a11_0000_0000_0004L, 4), 4)
            .ahead(Duration.ofMinutes(26)),
        RehearsalMachine.named("Studio Mac", new ReplicaId(0x6b22_0000_0000_0005L, 5), 5));
  }

  /// A morning: a network that falls into two parts and is mended, a machine that is away since.
  public static RehearsalFleet morning() {
    ApartTeam team = new ApartTeam();
    team.together();
    team.apart();
    team.mended();
    team.away();
    return team.fleet;
  }

  /// The window of the first machine after that morning.
  public static SketchWorkspace typical() {
    return SketchWorkspace.of(morning());
  }

  /// So many changes of five machines that are cut apart now and then; equal each time.
  public static SketchWorkspace crowded(int changes) {
    ApartTeam team = new ApartTeam();
    team.together();
    Random random = new Random(41);
    int before = team.fleet.log().size();
    for (int i = before; i < changes; i++) {
      team.fleet.at(before(Duration.ofMinutes(changes - i)));
      if (random.nextInt(25) == 0) {
        team.fleet.cut(1, 1 + random.nextInt(4), 1 + random.nextInt(4));
      }
      if (random.nextInt(25) == 0) {
        team.fleet.heal();
      }
      int who = random.nextInt(5);
      String flag = "flag-" + random.nextInt(60);
      Edit edit =
          team.fleet.machines().get(who).workspace().flag(flag).isEmpty()
              ? Edit.CreateFlag.bool(flag)
              : set(flag, FieldNames.DESCRIPTION, Value.of("Version " + i));
      team.fleet.edit(who, "", edit);
    }
    team.fleet.heal();
    return SketchWorkspace.of(team.fleet);
  }

  private void together() {
    at(Duration.ofHours(6));
    edit(ANA, "", new Edit.CreateEnvironment("development", 1));
    edit(ANA, "", new Edit.CreateEnvironment("production", 2));
    edit(ANA, "", Edit.CreateFlag.bool("checkout-redesign"));
    at(Duration.ofMinutes(330));
    edit(BEN, "", Edit.CreateFlag.bool(LIMIT));
    edit(BEN, "", set(LIMIT, FieldNames.DESCRIPTION, Value.of("How often a card is tried again")));
    at(Duration.ofHours(5));
    edit(BUILD, "Nightly build", set(LIMIT, FieldNames.OWNER, Value.of("payments@example.org")));
    edit(STUDIO, "", Edit.CreateFlag.bool("mobile.biometric-login"));
  }

  private void apart() {
    fleet.cut(1, LINE, STUDIO);
    at(Duration.ofHours(4));
    edit(ANA, "", Edit.tag(LIMIT, "payments"));
    edit(ANA, "Ticket CHK-1182", set(LIMIT, FieldNames.DESCRIPTION, Value.of("Tries for a card")));
    at(Duration.ofMinutes(225));
    edit(STUDIO, "", set("mobile.biometric-login", FieldNames.KIND, Value.of("release")));
    edit(
        LINE,
        "The line was stopped",
        set(LIMIT, FieldNames.DESCRIPTION, Value.of("Never more than 3 on the line")));
    edit(LINE, "", Edit.tag(LIMIT, "line-2"));
    edit(LINE, "", Edit.CreateFlag.bool("line-2.scanner"));
    at(Duration.ofMinutes(190));
    edit(BEN, "", Edit.tag("checkout-redesign", "checkout"));
    edit(BUILD, "Nightly build", set(LIMIT, FieldNames.KIND, Value.of("operational")));
  }

  private void mended() {
    fleet.heal();
    at(Duration.ofHours(2));
    edit(BEN, "Both were right", set(LIMIT, FieldNames.OWNER, Value.of("line@example.org")));
    edit(ANA, "", Edit.CreateFlag.bool("search.ranking"));
    at(Duration.ofMinutes(90));
    edit(LINE, "", set("line-2.scanner", FieldNames.OWNER, Value.of("line@example.org")));
  }

  private void away() {
    fleet.cut(2, STUDIO);
    at(Duration.ofMinutes(41));
    edit(ANA, "", set("checkout-redesign", FieldNames.OWNER, Value.of("ana@example.org")));
    at(Duration.ofMinutes(20));
    edit(BEN, "", new Edit.DeleteEntity(EntityId.flag("search.ranking")));
    edit(BUILD, "", Edit.tag("checkout-redesign", "2026.4"));
  }

  private void at(Duration age) {
    fleet.at(before(age));
  }

  private static Instant before(Duration age) {
    return SketchWorkspace.NOW.minus(age);
  }

  private void edit(int machine, String message, Edit edit) {
    Optional<Refusal> refusal = fleet.edit(machine, message, edit);
    if (refusal.isPresent()) {
      throw new IllegalStateException(refusal.get().message());
    }
    fleet.at(fleet.now().plusSeconds(40));
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value, Optional.empty());
  }
}
