package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A fleet of many machines, some of which are away for a while.
final class ManyMachines {
  private static final int MACHINES = 40;
  private static final int FLAGS = 300;
  private static final int AWAY = 9;
  private static final int CHANGES = 15;

  private ManyMachines() {}

  /// Forty machines and three hundred flags; equal each time.
  static SketchWorkspace apart() {
    List<RehearsalMachine> machines = new ArrayList<>();
    machines.add(RehearsalMachine.named("Ana’s laptop", SketchWorkspace.ANA, 1));
    for (int machine = 1; machine < MACHINES; machine++) {
      String name =
          (machine % 3 == 0 ? "Line " : machine % 3 == 1 ? "Kiosk " : "Server ") + machine;
      machines.add(
          RehearsalMachine.named(
              name, new ReplicaId(0x5a11_0000_0000_0000L + machine, machine), machine + 1));
    }
    RehearsalFleet fleet =
        RehearsalFleet.founded("Shops", machines, SketchWorkspace.NOW.minus(Duration.ofDays(2)));
    for (int machine = 0; machine < MACHINES; machine++) {
      List<Edit> created = new ArrayList<>();
      for (int flag = machine; flag < FLAGS; flag += MACHINES) {
        created.add(Edit.CreateFlag.bool(key(flag)));
      }
      fleet.edit(machine, "", created.toArray(Edit[]::new));
    }
    Random random = new Random(7);
    for (int away = 0; away < AWAY; away++) {
      fleet.cut(1 + away, 3 + 4 * away);
      for (int change = 0; change < CHANGES; change++) {
        fleet.edit(random.nextInt(3), "", described(random), described(random), described(random));
      }
    }
    return SketchWorkspace.of(fleet);
  }

  private static Edit described(Random random) {
    return new Edit.SetField(
        EntityId.flag(key(random.nextInt(FLAGS))),
        FieldNames.DESCRIPTION,
        Value.of("Version " + random.nextInt(FLAGS)),
        Optional.empty());
  }

  private static String key(int flag) {
    return "shop." + (flag % 7 == 0 ? "delivery" : flag % 7 < 4 ? "price" : "till") + "-" + flag;
  }
}
