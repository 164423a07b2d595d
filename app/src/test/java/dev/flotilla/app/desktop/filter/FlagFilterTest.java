package dev.flotilla.app.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FlagFilterTest {
  private final FilteredTeam team = FilteredTeam.calm();

  @Test
  void nothingAskedLeavesEverything() {
    assertThat(team.keys("  ")).hasSize(8);
  }

  @Test
  void wordsMustAllBeThereInAnyCaseAndOrder() {
    assertThat(team.keys("december CHECKOUT")).containsExactly("checkout-redesign");
    assertThat(team.keys("\"one-page checkout\"")).containsExactly("checkout-redesign");
    assertThat(team.keys("\"checkout one-page\"")).isEmpty();
  }

  @Test
  void aTagIsAskedForWholeOrWithAStar() {
    assertThat(team.keys("tag:check ")).isEmpty();
    assertThat(team.keys("tag:check*"))
        .containsExactly("checkout-redesign", "checkout.button-colour");
    assertThat(team.keys("tag:checkout,search -tag:mobile"))
        .containsExactly("checkout-redesign", "search.ranking", "search.typo-tolerance");
    assertThat(team.keys("tag:none")).containsExactly("newsletter-banner");
  }

  @Test
  void anEnvironmentIsAskedForItsStateOrWhatItServes() {
    assertThat(team.keys("env:production=off"))
        .containsExactly("newsletter-banner", "payment.stop", "search.typo-tolerance");
    assertThat(team.keys("env:prod*=on -env:development=on")).isEmpty();
    assertThat(team.keys("env:production=careful")).containsExactly("payment.retry-limit");
    assertThat(team.keys("env:production=2")).containsExactly("payment.retry-limit");
    assertThat(team.keys("env:production=targeted")).containsExactly("checkout-redesign");
    assertThat(team.keys("env:*=targeted")).containsExactly("checkout-redesign");
  }

  @Test
  void anEnvironmentThatIsNotThereIsToldAndNarrowsNothing() {
    assertThat(team.problems("env:prod=on")).containsExactly("filter.problem.environment");
    assertThat(team.keys("env:prod=on")).hasSize(8);
  }

  @Test
  void setsOfTagsAreUnitedCutAndSubtracted() {
    assertThat(team.keys("set:risk")).containsExactly("payment.retry-limit", "payment.stop");
    assertThat(team.keys("set:Teams set:Risk")).containsExactly("payment.retry-limit");
    assertThat(team.keys("set:(Risk & Teams)")).isEmpty();
    assertThat(team.keys("set:(Releases | Risk)"))
        .containsExactly(
            "checkout-redesign", "mobile.biometric-login", "payment.retry-limit", "payment.stop");
    assertThat(team.keys("set:(Releases - \"Risk\")"))
        .containsExactly("checkout-redesign", "mobile.biometric-login", "payment.retry-limit");
    assertThat(team.problems("set:Team ")).containsExactly("filter.problem.set");
    assertThat(team.problems("set:(Teams Risk)")).containsExactly("filter.problem.expression");
  }

  @Test
  void ownersFoldersKindsAndWhatElseAFlagHas() {
    assertThat(team.keys("owner:payments")).containsExactly("payment.retry-limit");
    assertThat(team.keys("owner:none -tag:none")).hasSize(5);
    assertThat(team.keys("folder:shop")).containsExactly("checkout-redesign");
    assertThat(team.keys("folder:Checkout")).containsExactly("checkout-redesign");
    assertThat(team.keys("kind:kill-switch")).containsExactly("payment.stop");
    assertThat(team.keys("type:object")).containsExactly("search.ranking");
    assertThat(team.keys("uses:country")).containsExactly("checkout-redesign");
    assertThat(team.keys("requires:payment.stop")).containsExactly("checkout-redesign");
    assertThat(team.keys("meta:ticket=chk")).containsExactly("checkout-redesign");
    assertThat(team.keys("meta:ticket=other")).isEmpty();
    assertThat(team.keys("variant:loud")).containsExactly("checkout.button-colour");
    assertThat(team.keys("key:*.stop")).containsExactly("payment.stop");
    assertThat(team.keys("link:tickets")).containsExactly("checkout-redesign");
  }

  @Test
  void theLastChangeIsAskedForByAgeDayAndAuthor() {
    assertThat(team.keys("changed:<5m")).containsExactly("checkout-redesign", "payment.stop");
    assertThat(team.keys("changed:>4d"))
        .containsExactly("mobile.biometric-login", "newsletter-banner");
    assertThat(team.keys("changed:yesterday"))
        .containsExactly("payment.retry-limit", "search.typo-tolerance");
    assertThat(team.keys("changed:2026-11-15..2026-11-18"))
        .containsExactly("mobile.biometric-login", "search.ranking");
    assertThat(team.keys("changed:..2026-11-10")).containsExactly("newsletter-banner");
    assertThat(team.keys("by:ben"))
        .containsExactly("checkout.button-colour", "newsletter-banner", "search.ranking");
    assertThat(team.keys("by:me changed:today"))
        .containsExactly("checkout-redesign", "payment.stop");
    assertThat(team.problems("changed:soon")).containsExactly("filter.problem.time");
  }

  @Test
  void statesStandAloneOrBehindIs() {
    FilteredTeam apart = FilteredTeam.inConflict();

    assertThat(apart.keys("conflict")).containsExactly("newsletter-banner", "payment.retry-limit");
    assertThat(apart.keys("is:conflict -archived")).containsExactly("payment.retry-limit");
    assertThat(apart.keys("\"conflict\"")).isEmpty();
    assertThat(apart.keys("stale")).containsExactly("newsletter-banner");
    assertThat(apart.problems("is:late")).containsExactly("filter.problem.state");
  }

  @Test
  void orBindsWeakerThanStandingTogetherAndBracketsDecide() {
    assertThat(team.keys("tag:search OR tag:mobile env:production=on"))
        .containsExactly(
            "checkout.button-colour",
            "mobile.biometric-login",
            "search.ranking",
            "search.typo-tolerance");
    assertThat(team.keys("(tag:search OR tag:mobile) env:production=on"))
        .containsExactly("checkout.button-colour", "mobile.biometric-login", "search.ranking");
    assertThat(team.keys("-(tag:search OR tag:none)")).hasSize(5);
  }

  @Test
  void whatIsStillBeingTypedNarrowsNothing() {
    for (String typing :
        new String[] {
          "tag:", "-", "(", "tag:search OR", "env:production=", "changed:", "\"", "()"
        }) {
      assertThat(team.problems(typing)).as(typing).isEmpty();
      assertThat(team.keys(typing)).as(typing).isNotEmpty();
    }
    assertThat(team.keys("tag:search OR")).hasSize(2);
    assertThat(team.keys("tag:search )")).hasSize(2);
  }

  @Test
  void nothingThatCanBeTypedFails() {
    String signs = "ab:=-()\"| *,<>.&7d";
    String[] words = {"tag:", "env:", "OR", "set:(", "changed:<", "conflict", "-", "..", "is:"};
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      StringBuilder typed = new StringBuilder();
      for (int at = random.nextInt(12); at >= 0; at--) {
        typed.append(
            random.nextBoolean()
                ? words[random.nextInt(words.length)]
                : signs.charAt(random.nextInt(signs.length())));
      }
      String query = typed.toString();

      assertThatCode(() -> team.keys(query))
          .as("seed %d: %s", seed, query)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theTermThatIsBeingTypedIsABeginning() {
    assertThat(team.keys("tag:check")).isEqualTo(team.keys("tag:check*"));
    assertThat(team.keys("tag:search,mob")).isEqualTo(team.keys("tag:search,mobile"));
    assertThat(team.keys("env:production=care")).containsExactly("payment.retry-limit");
    assertThat(team.keys("env:production=o")).hasSize(8);
    assertThat(team.keys("env:prod=on kind:kill")).isNotEmpty();
    for (String typing :
        new String[] {
          "changed:<",
          "changed:<7",
          "changed:2026-1",
          "changed:to",
          "is:con",
          "set:Te",
          "set:(Teams -",
          "env:prod"
        }) {
      assertThat(team.problems(typing)).as(typing).isEmpty();
      assertThat(team.keys(typing)).as(typing).hasSize(8);
    }
    assertThat(team.problems("changed:< ")).containsExactly("filter.problem.time");
  }

  @Test
  void aWordWithAColonThatIsNoQualifierIsAWord() {
    assertThat(team.keys("https://example.org")).isEmpty();
    assertThat(team.problems("team:search")).isEmpty();
  }
}
