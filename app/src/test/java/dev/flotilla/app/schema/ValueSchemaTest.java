package dev.flotilla.app.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.flotilla.app.schema.SchemaReading.Broken;
import dev.flotilla.app.schema.SchemaReading.Usable;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValueSchemaTest {
  private static final String RANKING =
      """
      {
        "type": "object",
        "required": ["title"],
        "additionalProperties": false,
        "properties": {
          "title": {"type": "number", "minimum": 0},
          "stages": {"type": "array", "items": {"type": "string"}}
        }
      }
      """;

  @Test
  void aValueThatFollowsTheSchemaHasNoFindings() {
    assertThat(check(RANKING, "{\"title\": 1, \"stages\": [\"recall\"]}")).isEmpty();
  }

  @Test
  void whatDoesNotFollowIsFoundAtItsLine() {
    assertThat(
            check(
                RANKING,
                """
                {
                  "title": "high",
                  "stages": ["recall",
                             7],
                  "extra": true
                }\
                """))
        .extracting(SchemaFinding::line, SchemaFinding::column, SchemaFinding::path)
        .containsExactly(tuple(2, 12, "title"), tuple(4, 14, "stages[1]"), tuple(5, 12, "extra"));
  }

  @Test
  void whatIsMissingIsSaidAtTheObject() {
    List<SchemaFinding> findings = check(RANKING, "{}");

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().words()).contains("title");
  }

  @Test
  void sentencesAreInTheLanguageOfTheWindow() {
    String english = check(RANKING, "{\"title\": -1}", Locale.ENGLISH).getFirst().sentence();
    String german = check(RANKING, "{\"title\": -1}", Locale.GERMAN).getFirst().sentence();

    assertThat(english).isNotEqualTo(german);
  }

  @Test
  void aBrokenSchemaSaysWhere() {
    assertThat(broken("{\"type\": \"objekt\"}").getFirst())
        .extracting(SchemaFinding::line, SchemaFinding::path)
        .containsExactly(1, "type");
    assertThat(broken("{\n  \"type\": ").getFirst().line()).isEqualTo(2);
    assertThat(broken("[]").getFirst().sentence()).contains("object");
    assertThat(broken("{\"$schema\": \"https://example.org/mine\"}").getFirst().path()).isEmpty();
  }

  @Test
  void olderDraftsAreKnown() {
    assertThat(
            ValueSchema.read(
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"object\"}",
                Locale.ENGLISH))
        .isInstanceOf(Usable.class);
  }

  /// A schema comes from other machines of the team: it must not make this one open connections or
  /// read files.
  @Test
  void nothingIsFetchedForASchema() {
    for (String reference :
        List.of("http://127.0.0.1:9/s.json", "file:///etc/hostname", "classpath:logback.xml")) {
      String schema = "{\"$ref\": \"" + reference + "\"}";

      assertThat(
              ValueSchema.read(schema, Locale.ENGLISH) instanceof Usable(var usable)
                  ? usable.check("{}", Locale.ENGLISH)
                  : List.of("refused"))
          .as(reference)
          .isNotEmpty();
    }
  }

  /// This pattern would need longer than the universe has.
  @Test
  void aPatternThatExplodesIsGivenUp() {
    String explosive = "^(([a-z])+.)+[A-Z]\\2$";
    String value = "a".repeat(60) + "!";

    assertThatThrownBy(() -> new PatientRegex(explosive).matches(value))
        .isInstanceOf(PatientRegex.TooManySteps.class);
    assertThat(
            check(
                "{\"properties\": {\"a\": {\"pattern\": \""
                    + explosive.replace("\\", "\\\\")
                    + "\"}}}",
                "{\"a\": \"" + value + "\"}"))
        .hasSize(1);
  }

  @Test
  void aSchemaThatRefersToItselfEnds() {
    assertThat(check("{\"$ref\": \"#\"}", "{}")).isNotNull();
    assertThat(
            check(
                "{\"properties\": {\"next\": {\"$ref\": \"#\"}}, \"type\": \"object\"}",
                "{\"next\": {\"next\": 1}}"))
        .extracting(SchemaFinding::path)
        .containsExactly("next.next");
  }

  private static List<SchemaFinding> check(String schema, String json) {
    return check(schema, json, Locale.ENGLISH);
  }

  private static List<SchemaFinding> check(String schema, String json, Locale locale) {
    return ((Usable) ValueSchema.read(schema, locale)).schema().check(json, locale);
  }

  private static List<SchemaFinding> broken(String schema) {
    return ((Broken) ValueSchema.read(schema, Locale.ENGLISH)).findings();
  }
}
