package io.marketplace.gateway;

import io.marketplace.gateway.access.AuthorizeTier;
import io.marketplace.gateway.audit.ExplainCall;
import io.marketplace.gateway.audit.RecordCall;
import io.marketplace.gateway.cache.AnswerFromCache;
import io.marketplace.gateway.door.BodyRoom;
import io.marketplace.gateway.door.CallReader;
import io.marketplace.gateway.door.ExplainResource;
import io.marketplace.gateway.door.HealthResource;
import io.marketplace.gateway.door.MetricsResource;
import io.marketplace.gateway.door.ModelCallServlet;
import io.marketplace.gateway.door.ModelsResource;
import io.marketplace.gateway.door.ProblemMapper;
import io.marketplace.gateway.guard.ScreenAnswer;
import io.marketplace.gateway.guard.ScreenPrompt;
import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.keys.CheckSource;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.metering.Ledger;
import io.marketplace.gateway.metering.MeterUsage;
import io.marketplace.gateway.metering.TokenCounter;
import io.marketplace.gateway.metrics.GatewayMeters;
import io.marketplace.gateway.policy.ApplyPolicy;
import io.marketplace.gateway.protocol.Translate;
import io.marketplace.gateway.provider.CallProvider;
import io.marketplace.gateway.provider.PoolHealth;
import io.marketplace.gateway.provider.PoolProber;
import io.marketplace.gateway.provider.Upstream;
import io.marketplace.gateway.quota.AdmitRate;
import io.marketplace.gateway.quota.Budgets;
import io.marketplace.gateway.quota.CompletionCap;
import io.marketplace.gateway.quota.CostBound;
import io.marketplace.gateway.quota.LimitPulse;
import io.marketplace.gateway.quota.PoolRoom;
import io.marketplace.gateway.quota.RateLimits;
import io.marketplace.gateway.routing.ChooseRoute;
import io.marketplace.gateway.routing.TryRoutes;
import io.marketplace.gateway.snapshot.LiveReplicas;
import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.gateway.snapshot.ReplicaName;
import io.marketplace.gateway.snapshot.ReplicaPulse;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.gateway.snapshot.SnapshotKeeper;
import io.marketplace.gateway.snapshot.SnapshotParser;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.snapshot.GatewayStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the gateway together, starts it and stops it. The one place that knows every part. */
final class Gateway implements AutoCloseable {
  private final GatewayConfig config;
  private final GatewayMeters meters = new GatewayMeters();
  private final Upstream upstream;
  private final SnapshotKeeper snapshots;
  private final Ledger ledger;
  private final Budgets budgets;
  private final PoolProber prober;
  private final ReplicaPulse pulse;
  private final RateLimits limits;
  private final LimitPulse limitPulse;
  private final CallReader reader;
  private final BodyRoom bodies = BodyRoom.ofHeap();
  private final AuthenticateKey authenticateKey;
  private final CheckSource source;
  private final AuthorizeTier authorizeTier;
  private final ExplainCall explain;
  private final GatewayLine line;

  Gateway(GatewayConfig config, GatewayStore store, Clock clock) {
    this.config = config;
    upstream = new Upstream(config.upstreams());
    SnapshotParser parser = new SnapshotParser(CredentialCipher.ofBase64(config.masterKey()));
    snapshots = new SnapshotKeeper(store.configuration(), parser, config.state(), clock);
    ledger = Ledger.open(config.state(), config.journalFloor(), store.usage(), clock);
    CompletionCap caps = new CompletionCap(config.maxTokens());
    CostBound bound = new CostBound(caps);
    budgets = new Budgets(bound, store.leases(), holder(ledger));
    KeyHasher hasher = KeyHasher.ofBase64(config.pepper());
    authenticateKey = new AuthenticateKey(hasher, clock, ledger::used);
    reader = new CallReader(authenticateKey, snapshots::current, clock, config.maxBody());
    source = new CheckSource(config.trustedProxies());
    authorizeTier = new AuthorizeTier(source, config.portalUrl(), clock);
    RecordCall recordCall = new RecordCall(ledger::trace);
    explain = new ExplainCall(ledger::trace, store.traces());
    PoolHealth health = new PoolHealth();
    ReplicaName replica = new ReplicaName(config.replica(), ledger.identity().journal());
    LiveReplicas replicas = new LiveReplicas(replica.whole());
    limits = RateLimits.of(config.redis(), replicas);
    limitPulse = new LimitPulse(limits, snapshots::current, store.limits(), replica.whole());
    line =
        new GatewayLine(
            authenticateKey,
            recordCall,
            authorizeTier,
            new AdmitRate(limits),
            new ApplyPolicy(snapshots::age, config.staleness()),
            new ScreenPrompt(meters::found),
            new ScreenAnswer(meters::found),
            new AnswerFromCache(),
            new MeterUsage(
                ledger.journal(), budgets, bound, new TokenCounter(), meters, config.replica()),
            new ChooseRoute(health, () -> ThreadLocalRandom.current().nextDouble()),
            new TryRoutes(health, new PoolRoom(replicas)),
            new Translate(caps),
            new CallProvider(upstream, health));
    prober =
        new PoolProber(upstream, health, this::pools, store.sightings(), replica.whole(), clock);
    pulse = new ReplicaPulse(snapshots, store.sightings(), replica, config.url(), replicas, clock);
    showState();
  }

  private static LeaseHolder holder(Ledger ledger) {
    return new LeaseHolder(ledger.identity().journal(), ledger.identity().life());
  }

  private Collection<Pool> pools() {
    Snapshot snapshot = snapshots.current();
    return snapshot == null ? List.of() : snapshot.pools().values();
  }

  private void showState() {
    meters.gauge(
        "marketplace.limits.shared",
        "1 while limits are counted together with the other gateways",
        () -> limits.sharing() ? 1 : 0);
    meters.gauge(
        "marketplace.queue", "Rows of the ledger that wait to be written", ledger::waiting);
    meters.gauge(
        "marketplace.snapshot.age.seconds",
        "Since the database last confirmed the configuration",
        () -> snapshots.age().toMillis() / 1e3);
    meters.gauge(
        "marketplace.snapshot.version",
        "The configuration in force",
        () -> {
          Snapshot snapshot = snapshots.current();
          return snapshot == null ? 0 : snapshot.version();
        });
  }

  void start() {
    snapshots.start();
    ledger.onRecovery(budgets::recovered);
    ledger.start();
    budgets.start();
    prober.start();
    pulse.start();
    limitPulse.start();
  }

  /** Ready with a configuration that is followed, or that is young enough for internal data. */
  boolean ready() {
    return snapshots.current() != null
        && (snapshots.connected()
            || snapshots.age().compareTo(config.staleness().of(Sensitivity.INTERNAL)) < 0);
  }

  /**
   * Live while the configuration is followed and the ledger written, whether the database is there
   * or not.
   */
  boolean live() {
    return snapshots.running() && ledger.running();
  }

  ModelCallServlet servlet(Operation operation) {
    return new ModelCallServlet(operation, reader, line, bodies, meters);
  }

  /** The JAX-RS resources. */
  Set<Object> resources() {
    return Set.of(
        new ModelsResource(authenticateKey, authorizeTier, reader),
        new ExplainResource(authenticateKey, source, explain, reader),
        new MetricsResource(meters),
        new HealthResource(this::ready, this::live),
        new ProblemMapper());
  }

  GatewayLine line() {
    return line;
  }

  CallReader reader() {
    return reader;
  }

  @Override
  public void close() {
    prober.close();
    pulse.close();
    limitPulse.close();
    limits.close();
    snapshots.close();
    budgets.close();
    ledger.close();
    upstream.close();
  }
}
