package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final Desk desk = new Desk();

  @Test
  void everyBatchIsOneChangeAndTheOrderStays() {
    var batches = new Batches(desk.now());
    var all = new ArrayList<Edit>();
    for (int i = 0; i < 400; i++) {
      var edits = flag("flag-" + i);
      batches.add(edits);
      all.addAll(edits);
    }

    assertThat(batches.all()).hasSizeGreaterThan(1);
    assertThat(batches.all().stream().flatMap(List::stream).toList()).isEqualTo(all);
    for (var batch : batches.all()) {
      assertThat(batch).isNotEmpty();
      desk.edit(batch.toArray(Edit[]::new));
    }
    assertThat(desk.now().flags()).hasSize(400);
  }

  @Test
  void theEditsOfOneEntityStayTogetherUnlessNoChangeCouldHoldThem() {
    desk.edit(Edit.CreateFlag.bool("large"));
    var batches = new Batches(desk.now());
    batches.add(flag("small"));
    batches.add(desk.many(3 * ModelLimits.OPERATIONS_MAX, i -> Edit.tag("large", "tag-" + i)));

    assertThat(batches.fit(flag("small"))).isTrue();
    assertThat(batches.fit(desk.many(5000, i -> Edit.tag("large", "tag-" + i)))).isFalse();
    assertThat(batches.all().getFirst()).containsAll(flag("small"));
    assertThat(batches.all()).hasSizeGreaterThan(3);
  }

  @Test
  void withoutEditsThereIsNoBatch() {
    assertThat(new Batches(desk.now()).all()).isEmpty();
  }

  /// A flag with a rule, a folder that is there, and what one writes besides.
  private static List<Edit> flag(String key) {
    return List.of(
        new Edit.CreateFlag(
                key,
                FlagType.BOOLEAN,
                new TreeMap<>(Map.of("on", Value.of(true), "off", Value.of(false))),
                "",
                new TreeMap<>())
            .withSettings(Map.of("production", FlagSetting.of(true, "on"))),
        Edit.tag(key, "team"),
        new Edit.AddRule(
            key,
            "production",
            RuleDraft.of("{\"==\":[{\"var\":\"country\"},\"CH\"]}", "off"),
            new Place.Last()));
  }
}
