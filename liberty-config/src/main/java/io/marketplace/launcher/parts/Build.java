package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Packages those modules whose sources changed since they were packaged last, without checks and
 * tests.
 */
public final class Build implements Part {
  /** The modules that the running marketplace consists of, each after those it depends on. */
  public static final List<String> MODULES =
      List.of(
          "tenant-model",
          "guardrails",
          "db",
          "built-in-models",
          "gateway-runtime",
          "marketplace-api",
          "marketplace-ui");

  private static final String STAMP = "marketplace-build";

  private final Settings settings;
  private final Maven maven;
  private final List<String> wanted;
  private final Fingerprint fingerprint;

  /** Builds the modules {@code wanted} and what they depend on. */
  public Build(Settings settings, Maven maven, List<String> wanted) {
    this.settings = settings;
    this.maven = maven;
    this.wanted = List.copyOf(wanted);
    this.fingerprint = new Fingerprint(settings.root(), MODULES);
  }

  @Override
  public String name() {
    return "build";
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public String start() throws InterruptedException {
    try {
      List<String> stale = stale();
      if (stale.isEmpty()) {
        return "up to date";
      }
      maven.run(
          List.of("-B", "-Pfast", "-pl", String.join(",", stale), "-am", "package"),
          "build " + String.join(", ", stale),
          Logs.fresh(settings.logs(), name()));
      stamp(stale);
      return String.join(", ", stale);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The build cannot read or write below %s: %s. Free some disk space or mend the folder's rights."
              .formatted(settings.root(), e.getMessage()),
          e);
    }
  }

  /** Notes that these modules were just packaged from the sources as they are. */
  public void stamp(List<String> modules) throws IOException {
    for (String module : modules) {
      Path target = target(module);
      if (Files.isDirectory(target)) {
        Files.writeString(target.resolve(STAMP), fingerprint.of(module));
      }
    }
  }

  /**
   * What the sources here are now, as one line for each module and for the servers' configuration;
   * equal texts are equal sources.
   */
  public static String version(Settings settings) throws IOException {
    Fingerprint fingerprint = new Fingerprint(settings.root(), MODULES);
    StringBuilder version = new StringBuilder();
    for (String module : MODULES) {
      version.append(module).append(' ').append(fingerprint.of(module)).append('\n');
    }
    return version.append(fingerprint.of("liberty-config")).append('\n').toString();
  }

  private List<String> stale() throws IOException {
    List<String> stale = new ArrayList<>();
    for (String module : wanted) {
      Path stamp = target(module).resolve(STAMP);
      if (archive(settings, module).isEmpty()
          || !Files.exists(stamp)
          || !Files.readString(stamp).equals(fingerprint.of(module))) {
        stale.add(module);
      }
    }
    return stale;
  }

  private Path target(String module) {
    return settings.root().resolve(module).resolve("target");
  }

  /** The jar or war of a module; empty when it was not built. */
  static Optional<Path> archive(Settings settings, String module) {
    Path target = settings.root().resolve(module).resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(module))
          .filter(file -> file.toString().endsWith(".war") || file.toString().endsWith(".jar"))
          .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The jar or war of a module that was built. */
  static Path requireArchive(Settings settings, String module) {
    return archive(settings, module)
        .orElseThrow(
            () ->
                new LaunchFailure(
                    "The module %s has no jar or war in its target folder. Delete that folder and run ./marketplace up again."
                        .formatted(module)));
  }

  @Override
  public void stop() {
    // Nothing runs: the start waits for Maven.
  }
}
