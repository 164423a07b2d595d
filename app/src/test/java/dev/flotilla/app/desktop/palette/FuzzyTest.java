package dev.flotilla.app.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void lettersInTheirOrderAreEnough() {
    assertThat(best("nwf", "Save this view", "New flag", "No flag")).containsExactly("New flag");
    assertThat(best("ckred", "checkout-redesign", "checkout.button-colour"))
        .containsExactly("checkout-redesign");
    assertThat(best("zz", "puzzle", "zigzag")).containsExactly("puzzle", "zigzag");
  }

  @Test
  void theBeginningOfAWordBeatsTheMiddleOfOne() {
    assertThat(best("stop", "nonstop", "payment.stop")).startsWith("payment.stop");
    assertThat(best("go fl", "Go to the flags", "Ongoing flow")).startsWith("Go to the flags");
  }

  @Test
  void aShorterTextComesFirstWhenAllElseIsEqual() {
    assertThat(best("cart", "cart.new-layout", "cart")).containsExactly("cart", "cart.new-layout");
  }

  @Test
  void everyWordMustBeThere() {
    assertThat(best("flag new", "New flag", "New tag set")).containsExactly("New flag");
  }

  @Test
  void theLettersThatWereMeantAreTold() {
    assertThat(new Fuzzy("flag").in("New flag").orElseThrow().letters().toString())
        .isEqualTo("{4, 5, 6, 7}");
    assertThat(new Fuzzy("nf").in("New flag").orElseThrow().letters().toString())
        .isEqualTo("{0, 4}");
    assertThat(new Fuzzy("").in("New flag").orElseThrow().letters().isEmpty()).isTrue();
  }

  private static List<String> best(String typed, String... texts) {
    Fuzzy fuzzy = new Fuzzy(typed);
    return Stream.of(texts)
        .filter(text -> fuzzy.in(text).isPresent())
        .sorted(
            Comparator.comparingInt((String text) -> fuzzy.in(text).orElseThrow().score())
                .reversed())
        .toList();
  }
}
