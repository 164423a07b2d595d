package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.ReadResult.Read;
import dev.flotilla.openfeature.flagd.ReadResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagdReaderTest {
  @Test
  void readsEverythingAMapDocumentSays() {
    var document = document("accepted/press-line-map.json");

    assertThat(document.flags().keySet())
        .containsExactly("press.speed", "label-text", "layout", "lights");
    assertThat(document.evaluators())
        .containsExactly(
            entry("isNightShift", "{\"in\":[{\"var\":\"shift\"},[\"night\",\"late\"]]}"));
    assertThat(document.metadata())
        .containsOnly(
            entry("flagSetId", Value.of("press-line")),
            entry("version", Value.of("17")),
            entry("reviewed", Value.of(true)),
            entry("limit", number("12345678901234567890.125")));
    var speed = document.flags().get("press.speed");
    assertThat(speed.type()).isEqualTo(FlagType.NUMBER);
    assertThat(speed.enabled()).isTrue();
    assertThat(speed.defaultVariant()).contains("slow");
    assertThat(speed.targeting()).contains("{\"if\":[{\"$ref\":\"isNightShift\"},\"slow\",null]}");
    assertThat(speed.metadata())
        .containsOnly(
            entry("team", Value.of("ops")),
            entry("since", number("2024")),
            entry("safe", Value.of(false)));
  }

  @Test
  void keepsNumbersExactly() {
    var variants = document("accepted/press-line-map.json").flags().get("press.speed").variants();

    assertThat(variants)
        .containsExactly(
            entry("slow", number("20")),
            entry("fast", number("40.5")),
            entry("exact", number("12345678901234567890.123456789")));
  }

  @Test
  void keepsOrderAndSpellingInsideObjects() {
    var layout = document("accepted/press-line-map.json").flags().get("layout");

    assertThat(layout.type()).isEqualTo(FlagType.OBJECT);
    assertThat(layout.variants())
        .containsExactly(
            entry("wide", new Value.Json("{\"z\":1,\"a\":[1.50,{\"deep\":null}]}")),
            entry("none", new Value.Json("{}")));
  }

  @Test
  void noDefaultNullDefaultAndEmptyTargetingAreNothing() {
    var flags = document("accepted/press-line-map.json").flags();

    assertThat(flags.get("label-text").defaultVariant()).isEmpty();
    assertThat(flags.get("label-text").targeting()).isEmpty();
    assertThat(flags.get("label-text").enabled()).isFalse();
    assertThat(flags.get("layout").defaultVariant()).isEmpty();
  }

  @Test
  void readsAnArrayOfFlags() {
    var flags = document("accepted/press-line-array.json").flags();

    assertThat(flags.keySet()).containsExactly("lights", "grüße/küche");
    assertThat(flags.get("grüße/küche").variants()).containsExactly(entry("eins", number("1")));
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(FlagdReader.read("\uFEFF{\"flags\": {}}")).isInstanceOf(Read.class);
  }

  @Test
  void otherEncodingsAreRefused() {
    var latin = "{\"flags\": {\"grün\": {}}}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(FlagdReader.read(latin))
        .isEqualTo(
            new Refused(
                List.of(
                    Finding.withoutPlace(
                        Finding.Severity.ERROR, "", "the file is not UTF-8 text"))));
  }

  @Test
  void oneErrorRefusesTheWholeDocumentAndAllFindingsAreTold() {
    var result = FlagdReader.read(sample("refused/many-mistakes-at-once.json"));

    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .hasSizeGreaterThan(5)
                    .isSortedAccordingTo(Comparator.comparingInt(Finding::line)));
  }

  private static FlagdDocument document(String sample) {
    return ((Read) FlagdReader.read(sample(sample))).document();
  }

  private static byte[] sample(String name) {
    try (var in = FlagdReaderTest.class.getResourceAsStream("/flagd/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value number(String digits) {
    return new Value.Number(new BigDecimal(digits));
  }
}
