package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntityIndexTest {
  @Test
  void newIdsFindTheirPlaceHoweverManyCameSinceTheIndexWasAsked() {
    var random = new Random(7);
    PersistentMap<EntityId, Entity> entities = PersistentMap.empty();
    var index = EntityIndex.of(entities);
    var keys = new ArrayList<String>();

    for (int at = 0; at < 1_500; at++) {
      var id = EntityId.flag("flag-" + random.nextInt(1_000_000));
      if (keys.contains(id.key())) {
        continue;
      }
      entities = entities.with(id, Entity.empty(id));
      index = index.with(id, entities);
      keys.add(id.key());
      // Asked after each, after some, and after more than are merged.
      if (at < 100 || (at % 37 == 0 && at < 1_000)) {
        assertThat(flags(index)).as("%d flags", keys.size()).isEqualTo(sorted(keys));
      }
    }

    assertThat(flags(index)).isEqualTo(sorted(keys));
    assertThat(index.ids(EntityId.TAG_SET)).isEmpty();
  }

  @Test
  void anIndexThatWasAskedStaysAsItWasWhenAnotherGoesOnFromIt() {
    var first = EntityId.flag("b");
    PersistentMap<EntityId, Entity> entities =
        PersistentMap.<EntityId, Entity>empty().with(first, Entity.empty(first));
    var index = EntityIndex.of(entities);
    assertThat(flags(index)).containsExactly("b");
    var second = EntityId.flag("a");

    var next = index.with(second, entities.with(second, Entity.empty(second)));

    assertThat(flags(next)).containsExactly("a", "b");
    assertThat(flags(index)).containsExactly("b");
  }

  @Test
  void thereIsAnyOfAKindAsLongAsOneOfItIsPresent() {
    var desk = new Desk();
    assertThat(desk.now().hasAny(EntityId.FLAG)).isFalse();

    desk.edit(Edit.CreateFlag.bool("first"));
    desk.edit(Edit.CreateFlag.bool("second"));
    desk.edit(new Edit.DeleteEntity(EntityId.flag("first")));
    assertThat(desk.now().hasAny(EntityId.FLAG)).isTrue();

    desk.edit(new Edit.DeleteEntity(EntityId.flag("second")));
    assertThat(desk.now().hasAny(EntityId.FLAG)).isFalse();
    assertThat(desk.now().hasAny(EntityId.TAG_SET)).isFalse();
  }

  private static List<String> flags(EntityIndex index) {
    return index.ids(EntityId.FLAG).stream().map(EntityId::key).toList();
  }

  private static List<String> sorted(List<String> keys) {
    var sorted = new ArrayList<>(keys);
    Collections.sort(sorted);
    return sorted;
  }
}
