package dev.flotilla.openfeature.json.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.openfeature.json.JsonComments;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {
  private static final String FILE =
      """
      // Flags of the bottling line. Ask Ana before touching production.
      {
          "$comment": "kept by hand",   /* not flagd's */
          "flags": {

              // The conveyor. Never above 3.
              "speed": {
                  "state": "ENABLED", // since May
                  "variants": { "slow": 1.0, "fast": 2.50 },
                  "defaultVariant": "slow"
              },

              // --- lights ---

              /* hall 2 */
              "lights": {
                  "state": "DISABLED",
                  "variants": { "on": true, "off": false },
                  "defaultVariant": "off" // dark
              }
          }
      }
      """;

  @Test
  void whatMeansTheSameIsTheSameToTheByte() {
    var same = JsonText.tree(JsonComments.blanked(FILE));

    assertThat(JsonPatch.apply(FILE, same)).isEqualTo(FILE);
  }

  @Test
  void aValueIsReplacedAndEverythingAroundItStays() {
    var patched = patch(FILE, "\"DISABLED\"", "\"ENABLED\"");

    assertThat(patched).isEqualTo(FILE.replace("DISABLED", "ENABLED"));
  }

  @Test
  void aCommentStaysWhereItStoodWhenSomethingComesBeforeOrBehindIt() {
    var file =
        """
        {
          // Flags of hall 2.

          // The conveyor.
          "flags": {
            "speed": {
              "state": "ENABLED"
              // not before May
            }
          }
          // the end
        }
        """;

    var patched =
        JsonPatch.apply(
            file,
            JsonText.tree(
                """
                {"metadata": {"a": 1}, "flags": {"speed": {"state": "ENABLED", "metadata": {}}}, "z": 1}
                """));

    assertThat(patched)
        .isEqualTo(
            """
            {
              // Flags of hall 2.

              "metadata": {
                "a": 1
              },
              // The conveyor.
              "flags": {
                "speed": {
                  "state": "ENABLED",
                  // not before May
                  "metadata": {}
                }
              },
              // the end
              "z": 1
            }
            """);
  }

  @Test
  void aNumberThatMeansTheSameKeepsItsSpelling() {
    var patched = patch(FILE, "2.50", "2.5", "\"DISABLED\"", "\"ENABLED\"");

    assertThat(patched).contains("\"slow\": 1.0, \"fast\": 2.50");
  }

  @Test
  void aNewMemberStandsBehindTheOneBeforeItAndLooksLikeIt() {
    var patched =
        patch(
            FILE,
            "\"defaultVariant\": \"off\"",
            "\"defaultVariant\": \"off\", \"metadata\": {\"hall\": 2}",
            "\"on\": true,",
            "\"on\": true, \"dim\": true,");

    assertThat(patched)
        .isEqualTo(
            FILE.replace("\"on\": true,", "\"on\": true, \"dim\": true,")
                .replace(
                    "\"off\" // dark\n",
                    """
                    "off", // dark
                                "metadata": {"hall": 2}
                    """));
  }

  @Test
  void aMemberGoesWithTheCommentsThatAreItsOwn() {
    var wanted =
        JsonText.tree(
            """
            {"$comment": "kept by hand", "flags": {"speed": {"state": "ENABLED",
             "variants": {"slow": 1, "fast": 2.5}, "defaultVariant": "slow"}}}
            """);

    var patched = JsonPatch.apply(FILE, wanted);

    assertThat(patched)
        .isEqualTo(
            """
            // Flags of the bottling line. Ask Ana before touching production.
            {
                "$comment": "kept by hand",   /* not flagd's */
                "flags": {

                    // The conveyor. Never above 3.
                    "speed": {
                        "state": "ENABLED", // since May
                        "variants": { "slow": 1.0, "fast": 2.50 },
                        "defaultVariant": "slow"
                    }

                    // --- lights ---

                }
            }
            """);
  }

  @Test
  void theFirstMemberOfALineGivesItsPlaceToTheNext() {
    assertThat(JsonPatch.apply("{ \"a\": 1, \"b\": 2 }", JsonText.tree("{\"b\": 2}")))
        .isEqualTo("{ \"b\": 2 }");
    assertThat(JsonPatch.apply("{\"b\": 2}", JsonText.tree("{\"a\": [1, {}], \"b\": 2}")))
        .isEqualTo("{\"a\": [1, {}], \"b\": 2}");
    assertThat(JsonPatch.apply("{\"b\":2}", JsonText.tree("{\"b\": 2, \"c\":3}")))
        .isEqualTo("{\"b\":2, \"c\":3}");
  }

  @Test
  void anEmptyObjectOpensAndAFullOneCloses() {
    assertThat(
            JsonPatch.apply("{\n\t\"f\": {}\n}\n", JsonText.tree("{\"f\": {\"a\": {\"b\": 1}}}")))
        .isEqualTo("{\n\t\"f\": {\n\t\t\"a\": {\n\t\t\t\"b\": 1\n\t\t}\n\t}\n}\n");
    assertThat(JsonPatch.apply("{\n  \"a\": 1\n}", JsonText.tree("{}"))).isEqualTo("{}");
    assertThat(JsonPatch.apply("{ /* none yet */ }", JsonText.tree("{\"a\": 1}")))
        .isEqualTo("{ /* none yet */\n  \"a\": 1\n}");
    assertThat(JsonPatch.apply("{ // none yet\n}", JsonText.tree("{\"a\": 1}")))
        .isEqualTo("{ // none yet\n  \"a\": 1\n}");
  }

  @Test
  void windowsLineEndsTabsAndTrailingCommasAreKept() {
    var text = "\uFEFF{\r\n\t\"a\": 1,\r\n\t\"b\": 2,\r\n}\r\n";

    var patched = JsonPatch.apply(text, JsonText.tree("{\"a\": 1, \"b\": 3, \"c\": {\"d\": 4}}"));

    assertThat(patched)
        .isEqualTo(
            "\uFEFF{\r\n\t\"a\": 1,\r\n\t\"b\": 3,\r\n\t\"c\": {\r\n\t\t\"d\": 4\r\n\t},\r\n}\r\n");
  }

  @Test
  void elementsWithAKeyAreFoundByIt() {
    var text =
        """
        {"flags": [
          // one
          {"key": "a", "on": false},
          // two
          {"key": "b", "on": false}
        ]}
        """;
    var wanted =
        JsonText.tree(
            """
            {"flags": [{"key": "b", "on": true}, {"key": "c", "on": true}]}
            """);

    assertThat(JsonPatch.apply(text, wanted))
        .isEqualTo(
            """
            {"flags": [
              // two
              {"key": "b", "on": true},
              {"key": "c", "on": true}
            ]}
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2, 3]       | [1, 3]          | [1, 3]",
        "[1, 2, 3]       | [1, 9, 3]       | [1, 9, 3]",
        "[1,2]           | [1,2,3]         | [1,2, 3]",
        "[ /* x */ 1, 2] | [2]             | [2]",
        "{\"a\": 1 /*x*/, \"b\": 2} | {\"a\": 1} | {\"a\": 1 /*x*/}",
      })
  void elementsAreFoundByTheirPlace(String text, String wanted, String expected) {
    assertThat(JsonPatch.apply(text, JsonText.tree(wanted))).isEqualTo(expected);
  }

  @Test
  void whatComesAfterALineCommentStandsOnALineOfItsOwn() {
    assertThat(JsonPatch.apply("{\"a\": 1 // one\n}", JsonText.tree("{\"a\": 1, \"b\": 2}")))
        .isEqualTo("{\"a\": 1, // one\n  \"b\": 2\n}");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThat(JsonPatch.canApply("{")).isFalse();
    assertThat(JsonPatch.canApply("{} // fine")).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonPatch.apply("{\"a\":1,\"a\":2}", JsonText.tree("{}")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPatchedTextAlwaysSaysWhatIsWanted(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      var texts = new RandomCommented(random);
      var text = texts.text();
      JsonValue wanted = texts.changed(JsonText.tree(JsonComments.blanked(text)));

      var patched = JsonPatch.apply(text, wanted);

      var read = JsonText.tree(JsonComments.blanked(patched));
      assertThat(read.sameAs(wanted)).as("%s%n->%n%s", text, patched).isTrue();
      assertThat(JsonPatch.apply(patched, wanted)).isEqualTo(patched);
    }
  }

  private static String patch(String text, String... replacements) {
    var wanted = text;
    for (int index = 0; index < replacements.length; index += 2) {
      wanted = wanted.replace(replacements[index], replacements[index + 1]);
    }
    return JsonPatch.apply(text, JsonText.tree(JsonComments.blanked(wanted)));
  }
}
