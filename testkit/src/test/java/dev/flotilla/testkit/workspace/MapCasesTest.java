package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.OrMap;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.testkit.Samples;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Mistakes with maps that other projects have shipped, one test each: for [OrMap] and for the
/// workspace, where an entity is a map of fields.
class MapCasesTest {

  private static final ReplicaId ADA = Samples.replica(0);
  private static final ReplicaId BOB = Samples.replica(1);
  private static final EntityId FLAG = EntityId.flag("checkout");

  private final Fleet fleet = new Fleet(2);

  @Test
  void deleteVsUpdateKeepsWholeEntity() {
    // riak_dt_map: a delete that meets an update leaves the updated field alone, half an object: a
    // flag with a rollout, without a type or variants. In the workspace a delete hides, and an
    // update that it has not seen shows the whole flag again, as a conflict to decide.
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout")
            .withSettings(Map.of("production", FlagSetting.of(true, "on"))),
        Edit.tag("checkout", "pay"));
    fleet.syncAll();
    var before = flag(0);

    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.edit(1, describe("still needed"));
    fleet.syncAll();

    for (int n = 0; n < fleet.size(); n++) {
      assertThat(flag(n).description()).isEqualTo("still needed");
      assertThat(flag(n).type()).isEqualTo(before.type());
      assertThat(flag(n).variants()).isEqualTo(before.variants());
      assertThat(flag(n).environments()).isEqualTo(before.environments());
      assertThat(flag(n).tags()).isEqualTo(before.tags());
      assertThat(fleet.workspace(n).conflicts())
          .singleElement()
          .isInstanceOf(Conflict.DeleteUpdate.class);
    }
  }

  @Test
  void deleteVsUpdateKeepsWhatAMapWasTold() {
    // The plain map cannot hide: it keeps the update that the remove has not seen, on both sides,
    // and never brings back what the remove has seen.
    var shared = put(put(OrMap.empty(), 1, "checkout", "on"), 2, "search", "on");

    var removed = shared.remove(new Dot(BOB, 1), "checkout").applyTo(shared);
    var updated = put(shared, 3, "checkout", "off");

    assertThat(removed.join(updated)).isEqualTo(updated.join(removed));
    assertThat(values(removed.join(updated), "checkout")).containsExactly("off");
    assertThat(values(removed.join(updated), "search")).containsExactly("on");
  }

  @Test
  void recreateStartsClean() {
    // Pekko's ORMap merges the values apart from the keys, so a key that is removed and put again
    // "can effectively resurrect" its old value. Here creating again ends every field that its
    // author has seen, on whichever replica it happens.
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout").withDescription("old"),
        Edit.tag("checkout", "old"),
        new Edit.SetField(FLAG, FieldNames.OWNER, Value.of("payments")));
    fleet.syncAll();
    fleet.edit(0, new Edit.DeleteEntity(FLAG));
    fleet.sync(1, 0);

    fleet.edit(1, Edit.CreateFlag.bool("checkout"));
    fleet.syncAll();

    for (int n = 0; n < fleet.size(); n++) {
      assertThat(flag(n).description()).isEmpty();
      assertThat(flag(n).owner()).isEmpty();
      assertThat(flag(n).tags()).isEmpty();
      assertThat(flag(n).conflicted()).isFalse();
    }
    var shared = put(OrMap.empty(), 1, "checkout", "old");
    var removed = shared.remove(new Dot(BOB, 1), "checkout").applyTo(shared);
    var again = put(removed, 2, "checkout", "new");
    assertThat(values(again.join(shared), "checkout")).containsExactly("new");
  }

  @Test
  void concurrentCreatesMergeFieldwise() {
    // Two people create what they agreed on. Stores that let one whole object win lose all that the
    // other one filled in; stores that key objects by a random id end with two of them.
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout"),
        new Edit.SetField(FLAG, FieldNames.OWNER, Value.of("payments")));
    fleet.edit(1, Edit.CreateFlag.bool("checkout").withDescription("new checkout"));
    fleet.syncAll();

    for (int n = 0; n < fleet.size(); n++) {
      assertThat(fleet.workspace(n).flags()).hasSize(1);
      assertThat(flag(n).owner()).isEqualTo("payments");
      assertThat(flag(n).description()).isEqualTo("new checkout");
      assertThat(fleet.workspace(n).conflicts()).isEmpty();
    }
    var one = put(OrMap.empty(), 1, "checkout", "on");
    var other = write(OrMap.empty(), new Dot(BOB, 1), "checkout", "off").applyTo(OrMap.empty());
    assertThat(values(one.join(other), "checkout")).containsExactlyInAnyOrder("on", "off");
  }

  @Seeded(50)
  void typeChangeOfKeyNeverThrowsInMerge(long seed) {
    // Pekko's ORMap keeps values of any CRDT type. A key that has a counter here and a set there
    // makes the merge throw, on every node, each time, until somebody deletes the data by hand. A
    // slot holds writes of any kind of value here, so kinds that meet are siblings.
    var random = new SplittableRandom(seed);
    var kinds = List.of(Value.of(true), Value.of("text"), Value.Number.of(7), Value.absent());
    var fields =
        List.of(FieldNames.TYPE, FieldNames.DESCRIPTION, FieldNames.state("production"), "unknown");
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.syncAll();

    for (int step = 0; step < 20; step++) {
      int replica = random.nextInt(2);
      if (random.nextInt(4) == 0) {
        fleet.sync(replica, 1 - replica);
      } else {
        var slot = new Slot.Field(FLAG, Samples.oneOf(random, fields));
        var seen = fleet.workspace(replica).register(slot).siblings().keySet();
        var value = Samples.oneOf(random, kinds);
        fleet.author(replica, List.of(new Operation.Write(slot, value, new TreeSet<>(seen))));
      }
      var joined = fleet.workspace(0).state().join(fleet.workspace(1).state());
      assertThat(joined).isEqualTo(fleet.workspace(1).state().join(fleet.workspace(0).state()));
    }
    fleet.syncAll();

    assertThat(fleet.workspace(0)).isEqualTo(fleet.workspace(1));
    assertThat(flag(0)).isEqualTo(flag(1));
    assertThat(fleet.workspace(0).conflicts()).isEqualTo(fleet.workspace(1).conflicts());
  }

  @Test
  void typeChangeOfKeyIsAConflictThatNoApplicationSees() {
    // As above, for flags that two people create with different types under one key.
    fleet.edit(
        0,
        Edit.CreateFlag.bool("checkout")
            .withSettings(Map.of("production", FlagSetting.of(true, "on"))));
    fleet.edit(
        1,
        new Edit.CreateFlag(
            "checkout",
            FlagType.STRING,
            new TreeMap<>(Map.of("blue", Value.of("#00f"))),
            "",
            new TreeMap<>()));
    fleet.syncAll();

    assertThat(fleet.workspace(0).conflicts(FLAG))
        .extracting(Conflict::place)
        .contains(Optional.of(FieldNames.TYPE));
    var served = flag(0).value("production");
    assertThat(served.isEmpty() || flag(0).type() == FlagType.BOOLEAN).isTrue();
    assertThat(flag(0)).isEqualTo(flag(1));
  }

  private Flag flag(int replica) {
    return fleet.workspace(replica).flag("checkout").orElseThrow();
  }

  private static Edit describe(String description) {
    return new Edit.SetField(FLAG, FieldNames.DESCRIPTION, Value.of(description));
  }

  private static OrMap<String, DotFun<Stamped<String>>> put(
      OrMap<String, DotFun<Stamped<String>>> map, long counter, String key, String value) {
    return write(map, new Dot(ADA, counter), key, value).applyTo(map);
  }

  private static Delta<OrMap<String, DotFun<Stamped<String>>>> write(
      OrMap<String, DotFun<Stamped<String>>> map, Dot dot, String key, String value) {
    var register = new SiblingRegister<>(map.get(key, DotFun.empty()));
    var at = new HybridTimestamp(dot.counter(), 0);
    return map.update(key, register.write(dot, at, value).fragment().causal());
  }

  private static List<String> values(OrMap<String, DotFun<Stamped<String>>> map, String key) {
    Causal<DotFun<Stamped<String>>> store = map.get(key, DotFun.empty());
    var values = new ArrayList<String>();
    store.store().entries().forEach(entry -> values.add(entry.value().value()));
    return values;
  }
}
