package dev.flotilla.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The borders that `docs/architecture.md` draws, for all modules at once.
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.flotilla");

  private static final String[] JAVAFX = {"javafx..", "com.sun.javafx.."};

  // java.nio.file and friends, sockets, TLS, SQL: what reaches out of the process.
  private static final String[] OUTSIDE = {
    "java.io", "java.nio.file..", "java.nio.channels..", "java.net..", "javax.net..", "java.sql.."
  };

  @Test
  void theImportHasSeenAllModules() {
    var packages = new TreeSet<String>();
    ALL.forEach(type -> packages.add(type.getPackageName()));

    assertThat(packages)
        .contains(
            "dev.flotilla.crdt",
            "dev.flotilla.model",
            "dev.flotilla.net.node",
            "dev.flotilla.openfeature.flagd",
            "dev.flotilla.app.cli");
  }

  @Test
  void crdtKnowsNothingOfTheModel() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.crdt..")
            .should()
            .dependOnClassesThat(ours().and(outside("dev.flotilla.crdt"))));
  }

  @Test
  void theModelKnowsNoFilesSocketsClocksThreadsOrWindows() {
    ArchRule outside =
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.crdt..", "dev.flotilla.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);
    ArchRule windows =
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.crdt..", "dev.flotilla.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JAVAFX);
    ArchRule threads =
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.crdt..", "dev.flotilla.model..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.lang\\.Thread|java\\.util\\.concurrent\\.(Exec|Future|locks).*");
    ArchRule clocks =
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.crdt..", "dev.flotilla.model..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now");

    check(outside);
    check(windows);
    check(threads);
    check(clocks);
  }

  @Test
  void theModelKnowsNothingOfThoseWhoUseIt() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.model..")
            .should()
            .dependOnClassesThat(
                ours().and(outside("dev.flotilla.crdt")).and(outside("dev.flotilla.model"))));
  }

  @Test
  void peerNetKnowsNoWindowsAndNoHttp() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.net.http..", "com.sun.net.httpserver.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.flotilla.openfeature..", "dev.flotilla.app.."));
  }

  @Test
  void onlyTheStoreKnowsSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.flotilla.net.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite.."));
  }

  @Test
  void theProtocolIsPure() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.net.session..", "dev.flotilla.net.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "javax.net..",
                "java.sql.."));
  }

  @Test
  void openfeatureKnowsNoWindowsAndNoSockets() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.openfeature..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.nio.channels..", "javax.net..", "java.sql.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.openfeature..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.flotilla.net..", "dev.flotilla.app.."));
  }

  @Test
  void theDesktopAndTheCommandsKnowNeitherSqlNorHowBytesTravel() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "javax.net..",
                "dev.flotilla.net.store..",
                "dev.flotilla.net.wire..",
                "dev.flotilla.net.session..",
                "dev.flotilla.net.transport.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.flotilla.app..")
            .and()
            .resideOutsideOfPackages("dev.flotilla.app.cli.control..", "dev.flotilla.app.home..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.nio\\.channels\\..*|java\\.net\\.(.*Socket.*|Inet.*)"));
  }

  @Test
  void theCommandLineKnowsNoWindows() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.flotilla.app.cli..", "dev.flotilla.app.home..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..", "dev.flotilla.app.desktop..", "dev.flotilla.app.tour.."));
  }

  /// The launcher hands commands over before it loads anything large; see `docs/performance.md`.
  @Test
  void theWayToTheControlSocketLoadsNoLibrary() {
    check(
        classes()
            .that()
            .resideInAnyPackage("dev.flotilla.app.cli.control..", "dev.flotilla.app.home..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "dev.flotilla.app.cli.control..",
                "dev.flotilla.app.home.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("dev.flotilla.(**)").should().beFreeOfCycles());
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void nobodySleeps() {
    check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    check(noClasses().should().callMethod(Thread.class, "sleep", Duration.class));
  }

  @Test
  void everyPackageIsNullMarked() {
    check(classes().should(beInANullMarkedPackage()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(ALL);
  }

  private static DescribedPredicate<JavaClass> ours() {
    return DescribedPredicate.describe(
        "are ours", type -> type.getPackageName().startsWith("dev.flotilla"));
  }

  private static DescribedPredicate<JavaClass> outside(String root) {
    return DescribedPredicate.describe(
        "are outside of " + root,
        type ->
            !type.getPackageName().equals(root) && !type.getPackageName().startsWith(root + "."));
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type,
                marked,
                type.getPackageName() + " has no package-info.java with @NullMarked"));
      }
    };
  }
}
