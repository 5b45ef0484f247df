package io.marketplace.launcher.check;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.PartGraph;
import io.marketplace.launcher.parts.Assembly;
import io.marketplace.launcher.parts.Build;
import io.marketplace.launcher.parts.Maven;
import io.marketplace.launcher.parts.NameCheck;
import io.marketplace.launcher.parts.Unpack;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.supervise.Console;
import io.marketplace.launcher.supervise.Lease;
import io.marketplace.launcher.supervise.PartStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All checks in one run: the build with its checks, unit tests and contract suites against a
 * scratch Postgres, the check that the sources name no model, then the integration tests and
 * journeys against a whole scratch marketplace. Neither touches a marketplace that already runs.
 */
public final class Verification {
  private final Settings settings;
  private final Starter starter;
  private final MavenChecks maven;

  /** Starts a whole marketplace. */
  @FunctionalInterface
  public interface Starter {
    /** Returns when everything runs. */
    Running start(Settings scratch) throws InterruptedException;
  }

  /** A marketplace that runs for the tests. */
  public interface Running {
    /** What its env file says. */
    Map<String, String> environment();

    /** Stops it. */
    void stop();
  }

  /** A verification of the checkout in {@code settings}. */
  public Verification(Settings settings, Starter starter) {
    this.settings = settings;
    this.starter = starter;
    this.maven = new MavenChecks(settings);
  }

  /** Runs everything and prints the totals; false when anything failed or nothing ran. */
  public boolean run() throws InterruptedException {
    boolean passed;
    try {
      Unpack.deleteTree(settings.home().resolve("test"));
      TestTotals.clear(settings.root());
      Map<String, String> tools = new HashMap<>();
      tools.put(
          "MARKETPLACE_BROWSER",
          Browser.require(Logs.fresh(settings.logs(), "test-tools")).toString());
      tools.put(
          "MARKETPLACE_REDIS_SERVER",
          LimitServer.require(Logs.fresh(settings.logs(), "test-redis")).toString());
      passed = checksAndUnitTests(tools) && ownSourcesNameNoModel() && integrationTests(tools);
      TestTotals unit = TestTotals.count(settings.root(), TestTotals.UNIT);
      TestTotals integration = TestTotals.count(settings.root(), TestTotals.INTEGRATION);
      System.out.println("surefire (unit tests and contract suites): " + unit);
      System.out.println("failsafe (integration tests and journeys): " + integration);
      TestTotals all = unit.plus(integration);
      System.out.println(all);
      return passed && all.failed() == 0 && unit.tests() > 0 && integration.tests() > 0;
    } catch (IOException e) {
      throw new LaunchFailure(
          "The test run cannot read or write its files: %s. Free some disk space or mend the folder's rights."
              .formatted(e.getMessage()),
          e);
    }
  }

  private boolean checksAndUnitTests(Map<String, String> tools)
      throws IOException, InterruptedException {
    Settings scratch = ScratchSettings.of(settings, "database");
    lease(scratch);
    Secrets secrets = new Secrets(scratch.home().resolve("secrets"));
    Assembly assembly = new Assembly(scratch, secrets, Optional.empty());
    Console console = new Console(System.out);
    PartGraph database =
        new PartGraph(
            Assembly.only(
                assembly.parts(List.of(), List.of(scratch.ports().gateway())),
                List.of("postgres", "liberty-program", "reranker-model-program")),
            (part, state, millis, detail) ->
                console.accept(new PartStatus(part, state, millis, detail)));
    Thread hook = new Thread(database::stop, "stop-scratch-database");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      database.start();
      Map<String, String> environment = new HashMap<>(tools);
      DatabaseAddress address = assembly.database();
      environment.put("MARKETPLACE_TEST_DB_URL", address.jdbcUrl());
      environment.put("MARKETPLACE_TEST_DB_USER", address.user());
      environment.put("MARKETPLACE_TEST_DB_PASSWORD", address.password());
      environment.putAll(Assembly.programFolders(scratch));
      String reranker = environment.getOrDefault("MARKETPLACE_RERANKER_DIR", "");
      boolean passed =
          maven.run(
              List.of("--fail-at-end", "-Dbuiltin.reranker.dir=" + reranker, "verify"),
              environment);
      if (passed) {
        new Build(settings, new Maven(settings), Build.MODULES).stamp(Build.MODULES);
      }
      return passed;
    } finally {
      database.stop();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  /** The house's own rule on the house's own sources, with the jar that was just built. */
  private boolean ownSourcesNameNoModel() throws InterruptedException {
    return new NameCheck(settings).run(List.of("--offline", "."), settings.root(), Map.of()) == 0;
  }

  private boolean integrationTests(Map<String, String> tools) throws InterruptedException {
    Settings scratch = ScratchSettings.of(settings, "whole");
    lease(scratch);
    Running running = starter.start(scratch);
    try {
      Map<String, String> environment = new HashMap<>(tools);
      environment.putAll(running.environment());
      environment.putAll(Assembly.programFolders(scratch));
      environment.put("MARKETPLACE_HOME", scratch.home().toString());
      environment.put("MARKETPLACE_RUNTIMES", scratch.runtimes().toString());
      for (String port : scratch.environment().keySet()) {
        if (port.endsWith("_PORT")) {
          environment.put(port, scratch.environment().getOrDefault(port, ""));
        }
      }
      // -am because the tests use sibling modules; their own unit tests have run already.
      return maven.run(
          List.of(
              "-Pit",
              "-pl",
              "liberty-config",
              "-am",
              "-Dtest=none",
              "-Dsurefire.failIfNoSpecifiedTests=false",
              "verify"),
          environment);
    } finally {
      running.stop();
    }
  }

  private static void lease(Settings scratch) {
    if (!Lease.take(scratch)) {
      throw new LaunchFailure(
          "Another ./marketplace test runs in %s. Wait for it, or use another MARKETPLACE_HOME."
              .formatted(scratch.home()));
    }
  }
}
