package dev.flotilla.openfeature.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Value;
import dev.flotilla.openfeature.targeting.Outcome.Raw;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Outcome.ToDefault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Outcomes in parts")
final class OutcomeTextTest {
  @Test
  void readsVariantsAndTheDefault() {
    assertThat(OutcomeText.read(Value.of("on"))).isEqualTo(new Serve("on"));
    assertThat(OutcomeText.read(new Value.Json("null"))).isEqualTo(new ToDefault());
    assertThat(OutcomeText.read(Value.absent())).isEqualTo(new ToDefault());
    assertThat(OutcomeText.value(new Serve("on"))).isEqualTo(Value.of("on"));
    assertThat(OutcomeText.value(new ToDefault())).isEqualTo(new Value.Json("null"));
  }

  @Test
  void readsSplitsWithAnySeed() {
    var shares = List.of(new Share(Optional.of("on"), 10), new Share(Optional.empty(), 90));
    var parts = "[\"on\",10],[null,90]]}";

    assertSplit("{\"fractional\":[" + parts, new Split(Seed.SUBJECT, shares));
    assertSplit(
        "{\"fractional\":[{\"var\":\"machine\"}," + parts,
        new Split(new Seed(Optional.of("machine"), false), shares));
    assertSplit(
        "{\"fractional\":[{\"cat\":[{\"var\":\"$flagd.flagKey\"},{\"var\":\"machine\"}]}," + parts,
        new Split(Seed.of("machine"), shares));
  }

  @Test
  void aShareWithoutAWeightWeighsOne() {
    assertThat(OutcomeText.read(new Value.Json("{\"fractional\":[[\"a\"],[\"b\",3]]}")))
        .isEqualTo(
            new Split(
                Seed.SUBJECT,
                List.of(new Share(Optional.of("a"), 1), new Share(Optional.of("b"), 3))));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"fractional\":[[\"a\",{\"-\":[{\"var\":\"$flagd.timestamp\"},5]}],[\"b\",3]]}",
        "{\"fractional\":[[{\"if\":[true,\"a\"]},5]]}",
        "{\"fractional\":[[true,5]]}",
        "{\"fractional\":[[\"a\",1.5]]}",
        "{\"fractional\":[{\"cat\":[\"x\",{\"var\":\"a\"}]},[\"a\",5]]}",
        "{\"if\":[{\"var\":\"a\"},\"on\",\"off\"]}",
        "true",
      })
  void keepsWhatItDoesNotKnowAsItIs(String json) {
    assertThat(OutcomeText.read(new Value.Json(json))).isEqualTo(new Raw(json));
    assertThat(OutcomeText.value(new Raw(json))).isEqualTo(new Value.Json(json));
  }

  @Test
  void percentsAlwaysAddUpToAHundred() {
    assertThat(percents(1, 1, 1)).containsExactly(3334, 3333, 3333);
    assertThat(percents(10, 90)).containsExactly(1000, 9000);
    assertThat(percents(0, 0)).containsExactly(5000, 5000);
    assertThat(percents(7)).containsExactly(10_000);
    assertThat(Percent.set(List.of(5000, 3000, 2000), 0, 1000)).containsExactly(1000, 5400, 3600);
    assertThat(Percent.set(List.of(5000, 5000), 0, 20_000)).containsExactly(10_000, 0);
    assertThat(Percent.set(List.of(10_000, 0, 0), 0, 100)).containsExactly(100, 5000, 4900);
    assertThat(Percent.set(List.of(10_000), 0, 100)).containsExactly(10_000);
  }

  @Test
  void aBorderMovesOnlyWhatIsBesideIt() {
    var percents = List.of(2500, 2500, 5000);

    assertThat(Percent.moveBorder(percents, 0, 1000)).containsExactly(1000, 4000, 5000);
    assertThat(Percent.moveBorder(percents, 1, 20_000)).containsExactly(2500, 7500, 0);
    assertThat(Percent.moveBorder(percents, 1, 0)).containsExactly(2500, 0, 7500);
  }

  @Test
  void weightsAreAsSmallAsTheyCanBe() {
    var shares = Stream.of("a", "b").map(v -> new Share(Optional.of(v), 1)).toList();

    assertThat(weights(shares, List.of(1000, 9000))).containsExactly(10, 90);
    assertThat(weights(shares, List.of(50, 9950))).containsExactly(5, 995);
    assertThat(weights(shares, List.of(1, 9999))).containsExactly(1, 9999);
  }

  private static List<Integer> weights(List<Share> shares, List<Integer> percents) {
    return Percent.shares(shares, percents).stream().map(Share::weight).toList();
  }

  private static List<Integer> percents(int... weights) {
    return Percent.of(
        java.util.Arrays.stream(weights).mapToObj(w -> new Share(Optional.empty(), w)).toList());
  }

  private static void assertSplit(String json, Split expected) {
    assertThat(OutcomeText.read(new Value.Json(json))).isEqualTo(expected);
    assertThat(OutcomeText.value(expected)).isEqualTo(new Value.Json(json));
  }
}
