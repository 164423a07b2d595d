package dev.flotilla.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An installed program brings a Java of its own that has only some modules. What is in none of
/// them is missed when it is used first: no test sees that, since tests run with all of Java.
class InstalledModulesTest {
  private static final Pattern MODULES = Pattern.compile("<jlink.modules>(.*?)</jlink.modules>");

  private static final String[] PRODUCT = {
    "dev.flotilla.crdt",
    "dev.flotilla.model",
    "dev.flotilla.net",
    "dev.flotilla.openfeature",
    "dev.flotilla.app"
  };

  private final ModuleFinder java = ModuleFinder.ofSystem();

  @Test
  void everyClassOfJavaThatIsUsedIsInTheInstalledProgram() throws Exception {
    Set<String> installed = new HashSet<>();
    named().forEach(name -> require(name, installed));
    Map<String, String> moduleOf = new HashMap<>();
    java.findAll().stream()
        .map(ModuleReference::descriptor)
        .forEach(module -> module.packages().forEach(one -> moduleOf.put(one, module.name())));

    Map<String, String> missing = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PRODUCT)) {
      type.getDirectDependenciesFromSelf().stream()
          .map(used -> moduleOf.get(used.getTargetClass().getPackageName()))
          .filter(module -> module != null && !installed.contains(module))
          .forEach(module -> missing.put(module, type.getName()));
    }

    assertThat(installed).contains("java.base", "java.sql");
    assertThat(missing).isEmpty();
  }

  private static List<String> named() throws Exception {
    Matcher found = MODULES.matcher(Files.readString(Path.of("../installers/pom.xml")));
    assertThat(found.find()).isTrue();
    return List.of(found.group(1).split(","));
  }

  private void require(String name, Set<String> installed) {
    if (installed.add(name)) {
      java.find(name).stream()
          .flatMap(module -> module.descriptor().requires().stream())
          .filter(wanted -> !wanted.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
          .forEach(wanted -> require(wanted.name(), installed));
    }
  }
}
