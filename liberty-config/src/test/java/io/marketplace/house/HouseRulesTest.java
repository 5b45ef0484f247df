package io.marketplace.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The architecture as one test: the arrows between modules, no cycles, the forbidden names, small
 * files.
 */
class HouseRulesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Each module, the package it owns, and that it was really imported. */
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "tenant-model", "io.marketplace.model",
              "guardrails", "io.marketplace.guard",
              "db", "io.marketplace.db",
              "gateway-runtime", "io.marketplace.gateway",
              "marketplace-api", "io.marketplace.api",
              "marketplace-ui", "io.marketplace.ui",
              "built-in-models", "io.marketplace.builtin",
              "model-name-check", "io.marketplace.names",
              "benchmarks", "io.marketplace.bench",
              "liberty-config", "io.marketplace.launcher"));

  /** Asks the use cases themselves, without a server around them; see docs/adr/0014. */
  private static final String USE_CASES_MEASURED = "io.marketplace.bench.burn..";

  private static JavaClasses all;

  @BeforeAll
  static void importModules() {
    List<Path> folders =
        MODULES.keySet().stream()
            .map(module -> ROOT.resolve(module).resolve("target/classes"))
            .toList();
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPaths(folders);
  }

  @Test
  void everyModuleWasImported() {
    MODULES.forEach(
        (module, root) ->
            assertThat(all.stream().filter(c -> inside(c, root)).count())
                .as("classes of %s below %s", module, root)
                .isPositive());
  }

  @Test
  void tenantModelKnowsJakartaApisOnly() {
    classes()
        .that()
        .resideInAPackage("io.marketplace.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.model..",
            "java..",
            "javax.crypto..",
            "javax.sql..",
            "jakarta.persistence..",
            "jakarta.validation..",
            "jakarta.inject..",
            "jakarta.transaction..",
            "org.jspecify..",
            "com.fasterxml.uuid..",
            "inet.ipaddr..")
        .check(all);
  }

  @Test
  void guardrailsKnowTheModelAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.marketplace.guard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.db..",
            "io.marketplace.api..",
            "io.marketplace.ui..",
            "io.marketplace.gateway..")
        .check(all);
    // the portal meets them through the port alone
    noClasses()
        .that()
        .resideInAnyPackage("io.marketplace.api..", "io.marketplace.ui..", "io.marketplace.db..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.marketplace.guard..")
        .check(all);
  }

  @Test
  void modulesPointInwards() {
    noClasses()
        .that()
        .resideInAPackage("io.marketplace.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.api..", "io.marketplace.ui..", "io.marketplace.gateway..")
        .check(all);
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.marketplace.api..", "io.marketplace.ui..", "io.marketplace.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.db..", "org.hibernate..", "org.postgresql..", "org.flywaydb..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("io.marketplace.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.marketplace.api..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("io.marketplace.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "io.marketplace.api..", "io.marketplace.ui..")
        .check(all);
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.marketplace.builtin..",
            "io.marketplace.names..",
            "io.marketplace.launcher..",
            "io.marketplace.bench..")
        .and()
        .resideOutsideOfPackage(USE_CASES_MEASURED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.model..",
            "io.marketplace.db..",
            "io.marketplace.api..",
            "io.marketplace.ui..",
            "io.marketplace.gateway..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(USE_CASES_MEASURED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.marketplace.api..", "io.marketplace.ui..", "io.marketplace.gateway..")
        .check(all);
  }

  @Test
  void doorsAndGatewayHaveNoCyclesBetweenPackages() {
    for (String root :
        List.of("io.marketplace.gateway", "io.marketplace.api", "io.marketplace.ui")) {
      slices()
          .matching(root + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @Test
  void noForbiddenNames() {
    noClasses()
        .that()
        .resideInAPackage("io.marketplace..")
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
        .check(all);
  }

  @Test
  void noStandardStreamsOutsideMains() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.marketplace.model..",
            "io.marketplace.api..",
            "io.marketplace.ui..",
            "io.marketplace.gateway..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(all);
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path source : mainSources()) {
      Path info = source.resolveSibling("package-info.java");
      if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
        missing.add(ROOT.relativize(source.getParent()).toString());
      }
    }
    assertThat(missing.stream().distinct())
        .as("packages without a null-marked package-info")
        .isEmpty();
  }

  @Test
  void filesStaySmall() throws IOException {
    List<Long> sizes = new ArrayList<>();
    List<String> tooLong = new ArrayList<>();
    for (Path source : mainSources()) {
      long lines;
      try (Stream<String> text = Files.lines(source)) {
        lines = text.count();
      }
      sizes.add(lines);
      if (lines > 400) {
        tooLong.add(ROOT.relativize(source) + ": " + lines);
      }
    }
    assertThat(tooLong).as("files over 400 lines").isEmpty();
    sizes.sort(null);
    assertThat(sizes.get(sizes.size() / 2)).as("median file").isLessThanOrEqualTo(80);
    assertThat(sizes.get(sizes.size() * 95 / 100)).as("95th percentile").isLessThanOrEqualTo(250);
  }

  private static boolean inside(JavaClass type, String root) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private static List<Path> mainSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES.keySet()) {
      Path folder = ROOT.resolve(module).resolve("src/main/java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
