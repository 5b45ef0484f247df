package io.marketplace.gateway.provider;

import io.marketplace.gateway.provider.PoolHealth.State;
import io.marketplace.gateway.snapshot.Endpoint;
import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.snapshot.PoolSighting;
import io.marketplace.model.snapshot.SightingWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every endpoint every {@value #PERIOD_SECONDS} s whether it lives, and those that do not
 * every second, so that a pool that came back serves again within a second. Writes what it saw for
 * the portal.
 */
public final class PoolProber implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PoolProber.class);
  private static final int PERIOD_SECONDS = 10;
  private static final int TIMEOUT_MS = 2_000;

  private final Upstream upstream;
  private final PoolHealth health;
  private final Supplier<Collection<Pool>> pools;
  private final SightingWriter sightings;
  private final String replica;
  private final Clock clock;
  private final Map<Endpoint, Double> latencies = new HashMap<>();
  private volatile boolean closed;
  private @Nullable Thread thread;

  public PoolProber(
      Upstream upstream,
      PoolHealth health,
      Supplier<Collection<Pool>> pools,
      SightingWriter sightings,
      String replica,
      Clock clock) {
    this.upstream = upstream;
    this.health = health;
    this.pools = pools;
    this.sightings = sightings;
    this.replica = replica;
    this.clock = clock;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("gateway-probes").start(this::run);
  }

  private void run() {
    for (int second = 0; !closed; second = (second + 1) % PERIOD_SECONDS) {
      try {
        Collection<Pool> known = pools.get();
        probe(known, second == 0);
        if (second == 0) {
          tell(known);
        }
      } catch (RuntimeException e) {
        LOG.warn("Probing failed: {}", e.toString());
      }
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Probes all endpoints, or only those that are not up, side by side. */
  void probe(Collection<Pool> known, boolean all) {
    try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Pool pool : known) {
        for (Endpoint endpoint : pool.endpoints()) {
          if (all || health.state(endpoint) != State.UP) {
            side.execute(() -> probe(pool, endpoint));
          }
        }
      }
    }
  }

  private void probe(Pool pool, Endpoint endpoint) {
    String path = endpoint.base().getPath();
    boolean rooted = path == null || path.isEmpty();
    URI address = rooted ? endpoint.root("/health") : endpoint.resolve("/v1/models");
    long start = System.nanoTime();
    try {
      int status = upstream.probe(address, pool.provider().credential(), TIMEOUT_MS);
      // Any answer below 500 comes from a server that works; many have no page for health.
      health.probed(endpoint, status < 500 ? State.UP : State.AILING);
      remember(endpoint, (System.nanoTime() - start) / 1e6);
    } catch (UpstreamFailure failure) {
      boolean refused = failure.kind() == UpstreamFailure.Kind.UNREACHABLE;
      health.probed(endpoint, refused ? State.DOWN : State.AILING);
      remember(endpoint, null);
    } catch (IOException | RuntimeException e) {
      health.probed(endpoint, State.AILING);
      remember(endpoint, null);
    }
  }

  private void remember(Endpoint endpoint, @Nullable Double latencyMs) {
    synchronized (latencies) {
      if (latencyMs == null) {
        latencies.remove(endpoint);
      } else {
        latencies.put(endpoint, latencyMs);
      }
    }
  }

  private @Nullable Double latency(Pool pool) {
    synchronized (latencies) {
      Double least = null;
      for (Endpoint endpoint : pool.endpoints()) {
        Double one = latencies.get(endpoint);
        if (one != null && (least == null || one < least)) {
          least = one;
        }
      }
      return least;
    }
  }

  private void tell(Collection<Pool> known) {
    List<PoolSighting> seen = new ArrayList<>();
    for (Pool pool : known) {
      seen.add(
          new PoolSighting(
              pool.id(),
              clock.instant(),
              health.state(pool) == State.UP,
              health.inFlight(pool),
              pool.capacity(),
              latency(pool)));
    }
    if (seen.isEmpty()) {
      return;
    }
    try {
      sightings.poolsSeen(replica, seen);
    } catch (MarketplaceException e) {
      LOG.debug("Sightings of pools were not written: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
