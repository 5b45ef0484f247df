package io.marketplace.bench.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.control.BenchKeys;
import io.marketplace.bench.control.ControlApi;
import io.marketplace.bench.control.MockRoute;
import io.marketplace.bench.mock.MockUpstream;
import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.RunName;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * The running marketplace, prepared: an alias leads to a mock upstream, keys are issued. Closing
 * puts everything back, on Ctrl-C too.
 */
final class Stage implements AutoCloseable {

  private static final String TIER = "utility";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final ArrayDeque<Runnable> closers = new ArrayDeque<>();
  private final Thread onExit = new Thread(this::putBack, "put-back");
  private final Instant started = Instant.now();
  private final String run;
  private final ControlApi approver;
  private final Caller caller;
  private final Replicas replicas;
  private final Books books;
  private final SetAside setAside;
  private final MockRoute route;
  private final BenchKeys keys;
  private final BenchKeys.Issued probe;
  private final BenchKeys.Issued key;

  /** Prepares a run called {@code name}. */
  Stage(BenchEnv env, String name) {
    run = RunName.of(name, started);
    approver = ControlApi.as(env, "APPROVER");
    caller = new Caller(TIER, run);
    replicas = Replicas.of(env, caller);
    books = new Books(env.get("DATABASE_URL"), started.minusSeconds(60));
    setAside = new SetAside(env.home());
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      MockUpstream mock = MockUpstream.start(0, 1);
      closers.push(mock::close);
      route =
          MockRoute.install(
              ControlApi.of(env), TIER, mock.base(), run, env.home().resolve("bench"));
      closers.push(route::close);
      keys = BenchKeys.issue(ControlApi.as(env, "DEVELOPER"), TIER, 2, run);
      closers.push(keys::close);
      probe = keys.keys().getFirst();
      key = keys.keys().getLast();
      awaitServing();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void awaitServing() {
    for (int i = 0; i < replicas.count(); i++) {
      int replica = i;
      boolean serves =
          Pause.until(
              SOON,
              () -> {
                URI gateway = replicas.address(replica);
                return caller.chat(gateway, probe.secret(), false, 0).costNano() > 0
                    && caller.models(gateway, key.secret()).answered();
              });
      if (!serves) {
        throw new BenchFailure(
            replicas.address(replica) + " does not reach the mock upstream: is it up?");
      }
    }
  }

  /** When the run began. */
  Instant started() {
    return started;
  }

  ControlApi approver() {
    return approver;
  }

  Caller caller() {
    return caller;
  }

  Replicas replicas() {
    return replicas;
  }

  Books books() {
    return books;
  }

  /** Rows that were refused since the run began. */
  SetAside setAside() {
    return setAside;
  }

  MockRoute route() {
    return route;
  }

  BenchKeys keys() {
    return keys;
  }

  /** The key that is tried; nothing was spent with it before. */
  BenchKeys.Issued key() {
    return key;
  }

  /** Callers with that key on all gateways, as {@link Crowd#start} has it. */
  Crowd crowd(int clients, int delayMillis, boolean streams, Tally tally) {
    return Crowd.start(
        caller, replicas.addresses(), key.secret(), clients, delayMillis, streams, tally);
  }

  /** What a small chat costs, in nano-dollars. */
  long callNano() {
    return caller.chat(replicas.address(0), probe.secret(), false, 0).costNano();
  }

  /** What is to be put back at the end, before what was prepared earlier. */
  void atEnd(Runnable closer) {
    closers.push(closer);
  }

  /**
   * Sets the key's budget.
   *
   * @param capNano what it may spend in all, in nano-dollars
   * @return the budget's id
   */
  String budget(long capNano) {
    ObjectNode body = ControlApi.object().put("period", "total").put("softPercent", 80);
    body.putObject("scope").put("type", "key").put("id", key.id());
    body.put("capUsd", BigDecimal.valueOf(capNano, 9).toPlainString());
    return approver.put("budgets", body).path("id").asText();
  }

  private synchronized void putBack() {
    Runnable next = closers.poll();
    if (next == null) {
      return;
    }
    try {
      next.run();
    } finally {
      putBack();
    }
  }

  @Override
  public void close() {
    putBack();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The hook runs already and finds nothing left to do.
    }
  }
}
