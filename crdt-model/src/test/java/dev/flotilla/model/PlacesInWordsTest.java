package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flotilla.crdt.ReplicaId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a refusal calls the place that it is about.
class PlacesInWordsTest {
  private static final EntityId FLAG = EntityId.flag("checkout");

  @ParameterizedTest(name = "{1}")
  @MethodSource("slots")
  void eachPlaceHasANameThatPeopleKnow(Slot slot, String words) {
    assertThat(Sentences.place(slot)).isEqualTo(words);
  }

  static Stream<Arguments> slots() {
    return Stream.of(
        arguments(new Slot.Presence(FLAG), "flag \"checkout\""),
        arguments(new Slot.Presence(EntityId.tagSet("payments")), "tag set \"payments\""),
        arguments(new Slot.Presence(EntityId.environment("staging")), "environment \"staging\""),
        arguments(new Slot.Presence(EntityId.folder("shop")), "folder \"shop\""),
        arguments(new Slot.Presence(EntityId.counter("orders")), "counter \"orders\""),
        arguments(new Slot.Presence(new EntityId("wire", "w")), "wire \"w\""),
        field(FieldNames.DESCRIPTION, "description"),
        field(FieldNames.variant("on"), "variant on"),
        field(FieldNames.metadata("team"), "metadata team"),
        field(FieldNames.evaluator("eu"), "evaluator eu"),
        field(FieldNames.state("staging"), "state in staging"),
        field(FieldNames.defaultVariant("staging"), "default variant in staging"),
        field(FieldNames.targeting("staging"), "targeting in staging"),
        field(FieldNames.condition("staging", "7-ab"), "condition of rule 7-ab in staging"),
        field(FieldNames.outcome("staging", "7-ab"), "outcome of rule 7-ab in staging"),
        field(FieldNames.position("staging", "7-ab"), "place of rule 7-ab in staging"),
        field(FieldNames.counted(new ReplicaId(1, 2)), "count by 00000000000000010000000000000002"),
        element(FieldNames.TAGS, "pay", "tags"),
        element(FieldNames.REQUIRES, "login", "prerequisite login"),
        element(FieldNames.rules("staging"), "7-ab", "rule 7-ab"));
  }

  private static Arguments field(String name, String words) {
    return arguments(new Slot.Field(FLAG, name), words + " of flag \"checkout\"");
  }

  private static Arguments element(String set, String element, String words) {
    return arguments(new Slot.Element(FLAG, set, element), words + " of flag \"checkout\"");
  }
}
