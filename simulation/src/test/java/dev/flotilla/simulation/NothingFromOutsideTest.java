package dev.flotilla.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// A run repeats only if nothing in it comes from outside.
class NothingFromOutsideTest {
  private static final JavaClasses SIMULATION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.flotilla.simulation");

  @Test
  void timeComesFromTheTimeline() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Test")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(SIMULATION);
  }

  @Test
  void chanceComesFromTheSeed() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Test")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(SecureRandom.class, Random.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .check(SIMULATION);
  }

  @Test
  void nothingRunsBesideIt() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Test")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*|java\\.net\\..*")
        .check(SIMULATION);
  }
}
