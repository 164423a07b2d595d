package dev.flotilla.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.difference.JsonFields.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
  @Test
  void membersAreComparedOneByOneHoweverDeepAndInWhateverOrder() {
    JsonFields fields =
        JsonFields.of(
            List.of("{\"a\":1.50,\"b\":{\"c\":2,\"d\":3}}", "{\"b\":{\"d\":4,\"c\":2},\"a\":1.5}"));

    assertThat(fields.fields()).extracting(Field::path).containsExactly("a", "b.c", "b.d");
    assertThat(disputed(fields)).containsExactly("b.d");
  }

  @Test
  void ofEachFieldAnotherVersionCanBeTaken() {
    JsonFields fields = JsonFields.of(List.of("{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":2,\"c\":2}"));

    assertThat(fields.picked(Map.of("b", 1))).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(fields.picked(Map.of("c", 1))).isEqualTo("{\"a\":1,\"b\":1,\"c\":2}");
  }

  @Test
  void aMemberThatOneVersionHasCanBeLeftOut() {
    JsonFields fields = JsonFields.of(List.of("{\"a\":1,\"b\":1}", "{\"a\":1}"));

    assertThat(fields.picked(Map.of("b", 1))).isEqualTo("{\"a\":1}");
  }

  @Test
  void arraysOfDifferentPlainValuesAreSets() {
    JsonFields fields = JsonFields.of(List.of("[\"ch\",\"de\"]", "[\"de\",\"at\"]"));

    assertThat(disputed(fields)).containsExactly(" \"ch\"", " \"at\"");
    assertThat(fields.picked(Map.of(" \"at\"", 1))).isEqualTo("[\"ch\",\"de\",\"at\"]");
    assertThat(fields.picked(Map.of(" \"ch\"", 1))).isEqualTo("[\"de\"]");
  }

  @Test
  void arraysWithRepetitionsAreTakenAsAWhole() {
    JsonFields fields = JsonFields.of(List.of("{\"a\":[1,1]}", "{\"a\":[1,2]}"));

    assertThat(disputed(fields)).containsExactly("a");
    assertThat(fields.picked(Map.of("a", 1))).isEqualTo("{\"a\":[1,2]}");
  }

  @Test
  void whereOneHasNoObjectTheValueIsNotDivided() {
    JsonFields fields = JsonFields.of(List.of("{\"a\":1}", "7"));

    assertThat(fields.isDivisible()).isFalse();
    assertThat(fields.picked(Map.of("", 1))).isEqualTo("7");
  }

  @Test
  void whatEachChangedIsPutTogether() {
    List<String> versions =
        List.of("{\"a\":2,\"b\":1,\"c\":2}", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");
    Map<String, Integer> changed = JsonFields.changed(versions, "{\"a\":1,\"b\":1,\"c\":1}");

    assertThat(changed).containsExactlyInAnyOrderEntriesOf(Map.of("a", 0, "b", 1, "d", 1));
    assertThat(JsonFields.of(versions).picked(changed))
        .isEqualTo("{\"a\":2,\"b\":2,\"c\":2,\"d\":4}");
  }

  @Test
  void whatOneAddedToASetAndTheOtherRemovedIsPutTogether() {
    List<String> versions = List.of("[\"ch\",\"de\"]", "[\"de\",\"at\"]");

    assertThat(JsonFields.of(versions).picked(JsonFields.changed(versions, "[\"ch\",\"de\"]")))
        .isEqualTo("[\"de\",\"at\"]");
  }

  @Test
  void whereThereWasSomethingElseBeforeNothingIsPutTogether() {
    assertThat(JsonFields.changed(List.of("{\"a\":1}", "{\"a\":2}"), "7")).isEmpty();
  }

  /// A member that is called like a path, or like an element, is a field of its own.
  @Test
  void fieldsOfOneSpellingAreToldApart() {
    JsonFields fields =
        JsonFields.of(
            List.of(
                "{\"a.b\":1,\"a\":{\"b\":1},\"\":1,\"t x\":1}",
                "{\"a.b\":2,\"a\":{\"b\":2},\"\":2,\"t x\":2}"));

    assertThat(fields.fields())
        .extracting(Field::id)
        .containsExactly("\"a.b\"", "a.b", "\"\"", "\"t x\"");
    assertThat(fields.picked(Map.of("\"a.b\"", 1)))
        .isEqualTo("{\"a.b\":2,\"a\":{\"b\":1},\"\":1,\"t x\":1}");
  }

  @Test
  void elementsThatMeanTheSameAreOne() {
    JsonFields fields =
        JsonFields.of(
            List.of("[1.0,\"1\",true,\"true\",null]", "[1,\"1\",true,\"true\",null,0.0]"));

    assertThat(fields.fields()).hasSize(6);
    assertThat(disputed(fields)).containsExactly(" 0.0");
    assertThat(JsonFields.of(List.of("[1,1.0]", "[1]")).isDivisible()).isFalse();
  }

  /// As many as a value can hold: looking at each with each other one would take minutes.
  @Test
  void aValueOfVeryManyFieldsIsTakenAsAWhole() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]"));

    JsonFields fields = JsonFields.of(List.of(many, "[7]"));

    assertThat(fields.fields()).hasSize(20_000);
    assertThat(fields.isDivisible()).isFalse();
  }

  private static List<String> disputed(JsonFields fields) {
    return fields.fields().stream().filter(Field::isDisputed).map(Field::id).toList();
  }
}
