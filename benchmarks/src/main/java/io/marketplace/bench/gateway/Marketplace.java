package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.control.ControlApi;
import io.marketplace.bench.control.MockRoute;
import io.marketplace.bench.control.UsageCount;
import io.marketplace.bench.drive.Driver;
import io.marketplace.bench.drive.Outcome;
import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Listeners;
import io.marketplace.bench.machine.Processes;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The running marketplace, its route lent to the mock upstream for the time of a run. */
final class Marketplace implements AutoCloseable {

  private static final Duration ROUTE_LONGEST = Duration.ofSeconds(15);

  private final ControlApi api;
  private final MockRoute route;
  private final Contender contender;
  private final String workflow;
  private final Instant since;
  private final Thread onExit;

  private Marketplace(
      ControlApi api, MockRoute route, Contender contender, String workflow, Instant since) {
    this.api = api;
    this.route = route;
    this.contender = contender;
    this.workflow = workflow;
    this.since = since;
    this.onExit = new Thread(route::close, "restore-route");
  }

  /** Leads {@code alias} of the marketplace that {@code env} describes to {@code mock}. */
  static Marketplace lend(BenchEnv env, String alias, URI mock, Map<String, String> headers) {
    URI gateway = env.uri("GATEWAY_URL");
    long process =
        Listeners.processOn(gateway.getPort())
            .orElseThrow(
                () ->
                    new BenchFailure(
                        "No process of this machine listens on " + gateway + ": is it up?"));
    ControlApi api = ControlApi.of(env);
    String workflow = headers.getOrDefault(Labels.WORKFLOW, "");
    Instant since = Instant.now();
    MockRoute route = MockRoute.install(api, alias, mock, workflow, env.home().resolve("bench"));
    Contender contender =
        new Contender(
            Contender.MARKETPLACE,
            new Target(gateway, alias, headers),
            new Processes(List.of(process)));
    Marketplace marketplace = new Marketplace(api, route, contender, workflow, since);
    // Ctrl-C must not leave the alias with an upstream that is gone.
    Runtime.getRuntime().addShutdownHook(marketplace.onExit);
    return marketplace;
  }

  /** The gateway; its CPU time and memory are that one process'. */
  Contender contender() {
    return contender;
  }

  /** Waits until the gateway has learnt of the route: a snapshot takes up to a second. */
  void awaitRoute(Driver driver) {
    // Until then others answer, and are booked: under a label that is not the run's.
    Map<String, String> headers = new HashMap<>(contender.target().headers());
    headers.put(Labels.WORKFLOW, workflow + "-probe");
    Target target = new Target(contender.target().base(), contender.target().model(), headers);
    long until = System.nanoTime() + ROUTE_LONGEST.toNanos();
    while (true) {
      Outcome probe = driver.warmUp(target, 1, 1, ROUTE_LONGEST);
      if (probe.right() == 1) {
        return;
      }
      if (System.nanoTime() > until) {
        throw new BenchFailure(
            "The gateway does not reach the mock upstream: " + probe.wrong().describe());
      }
    }
  }

  /** How long the gateway took to start when it was started last; 0 where nobody wrote it down. */
  static long startMillis(BenchEnv env) {
    Path board = env.home().resolve("run/board");
    if (!Files.exists(board)) {
      return 0;
    }
    try {
      return Files.readAllLines(board).stream()
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells.length > 2 && cells[0].equals("gateway"))
          .mapToLong(cells -> Long.parseLong(cells[2]))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new BenchFailure("The board " + board + " cannot be read.", e);
    }
  }

  /** Compares what was answered with what was booked. */
  UsageCount usage(long answered) {
    return UsageCount.await(api, workflow, since, answered);
  }

  /** Puts the route back. */
  @Override
  public void close() {
    route.close();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The hook is running already; it does what is left to do.
    }
  }
}
