package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInfo;

class SeededTest {

  private static final Set<String> NAMES = new HashSet<>();

  @Seeded(3)
  void theSeedIsInTheNameOfTheTest(long seed, TestInfo info) {
    assertThat(info.getDisplayName()).isEqualTo("seed " + seed);
    assertThat(NAMES.add(info.getDisplayName())).isTrue();
  }

  @AfterAll
  static void asManySeedsAsAskedForHaveRun() {
    boolean asked =
        System.getProperty("flotilla.seed") == null && System.getProperty("flotilla.seeds") == null;
    assertThat(NAMES).hasSize(asked ? 3 : NAMES.size());
  }
}
