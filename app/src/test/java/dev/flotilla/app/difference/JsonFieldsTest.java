package dev.flotilla.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.difference.JsonFields.Field;
import java.util.List;
import java.util.Map;
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

  private static List<String> disputed(JsonFields fields) {
    return fields.fields().stream().filter(Field::isDisputed).map(Field::id).toList();
  }
}
