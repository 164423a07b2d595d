package dev.flotilla.app.causality;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Makes histories: machines that edit, and hear of each other now and then.
public final class MadeHistories {
  private final Random random;
  private final VersionVector[] seen;
  private final long[] numbers;
  private final List<Event> events = new ArrayList<>();
  private long clock = 1_750_000_000_000L;

  private MadeHistories(long seed, int machines) {
    this.random = new Random(seed);
    this.seen = new VersionVector[machines];
    this.numbers = new long[machines];
    Arrays.fill(seen, VersionVector.EMPTY);
  }

  /// So many events of so many machines, in the order in which they were made; equal for a seed.
  ///
  /// @param syncs how often two machines meet, per event, from 0 to 1
  public static List<Event> of(long seed, int machines, int size, double syncs) {
    MadeHistories made = new MadeHistories(seed, machines);
    while (made.events.size() < size) {
      made.edit(made.random.nextInt(machines));
      if (made.random.nextDouble() < syncs) {
        made.meet(made.random.nextInt(machines), made.random.nextInt(machines));
      }
    }
    return made.events;
  }

  public static ReplicaId replica(int machine) {
    return new ReplicaId(machine + 1L, 7);
  }

  private void edit(int machine) {
    ReplicaId author = replica(machine);
    long first = seen[machine].get(author) + 1;
    long last = first + random.nextInt(3);
    seen[machine] = seen[machine].with(author, last);
    clock += random.nextInt(40_000);
    events.add(
        new Event(
            new ChangeRef(author, ++numbers[machine]),
            "Machine " + machine,
            first,
            last,
            new HybridTimestamp(clock, 0),
            "",
            Set.of(new Touch(EntityId.flag("flag-" + random.nextInt(20)), "description")),
            seen[machine]));
  }

  private void meet(int one, int other) {
    VersionVector both = seen[one].join(seen[other]);
    seen[one] = both;
    seen[other] = both;
  }
}
