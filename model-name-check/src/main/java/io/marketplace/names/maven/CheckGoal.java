package io.marketplace.names.maven;

import io.marketplace.names.command.Check;
import io.marketplace.names.command.Settings;
import io.marketplace.names.files.UnusableInput;
import io.marketplace.names.known.Catalogue;
import io.marketplace.names.known.UnusableNames;
import io.marketplace.names.report.Format;
import io.marketplace.names.report.Report;
import io.marketplace.names.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build if the project's sources name a model. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckGoal extends AbstractMojo {

  /** What to read: what git tracks below, or all. */
  @Parameter(property = "modelNames.path", defaultValue = "${project.basedir}", required = true)
  private @Nullable File path;

  /** Where the reports go. */
  @Parameter(defaultValue = "${project.build.directory}", required = true)
  private @Nullable File reports;

  /** The catalogue's names; without it those in the plugin. */
  @Parameter(property = "modelNames.url")
  private @Nullable String url;

  /** The globs of excepted files, if not in the repository's root. */
  @Parameter(property = "modelNames.exceptions")
  private @Nullable File exceptions;

  /** The baseline, if not in the repository's root. */
  @Parameter(property = "modelNames.baseline")
  private @Nullable File baseline;

  /** Leaves the check out. */
  @Parameter(property = "modelNames.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("The names of models are not checked: modelNames.skip is set.");
      return;
    }
    Report report = check();
    TextReport.remarks(report).lines().forEach(getLog()::info);
    TextReport.findings(report).lines().forEach(getLog()::error);
    if (!report.clean()) {
      throw new MojoFailureException(
          "The sources name models; applications call aliases. docs/model-names.md says what to do.");
    }
  }

  private Report check() throws MojoExecutionException {
    Path target = required(reports);
    Map<Format, Path> files = new EnumMap<>(Format.class);
    files.put(Format.SARIF, target.resolve("model-names.sarif"));
    files.put(Format.JUNIT, target.resolve("TEST-model-names.xml"));
    Settings settings =
        new Settings(
            List.of(required(path)),
            Format.TEXT,
            files,
            Optional.ofNullable(exceptions).map(File::toPath),
            Optional.ofNullable(baseline).map(File::toPath),
            false,
            false);
    try {
      Report report =
          new Check(settings, Catalogue.names(Optional.ofNullable(url), false, System.getenv()))
              .run();
      Files.createDirectories(target);
      for (Map.Entry<Format, Path> each : files.entrySet()) {
        Files.writeString(each.getValue(), each.getKey().write(report));
      }
      return report;
    } catch (UnusableInput | UnusableNames | IOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path required(@Nullable File file) throws MojoExecutionException {
    if (file == null) {
      throw new MojoExecutionException("Maven told no folder of the project.");
    }
    return file.toPath();
  }
}
