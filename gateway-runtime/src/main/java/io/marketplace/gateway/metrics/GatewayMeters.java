package io.marketplace.gateway.metrics;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the platform's operators watch. Labels are tiers, pools, outcomes and codes; never a tenant,
 * an application, an agent, a workflow or a customer.
 */
public final class GatewayMeters {
  private record Place(String tier, String pool, String outcome) {}

  private record Finds(Side side, Detector detector, GuardAction action) {}

  /** The meters of one place, found once. */
  private record Set(
      Counter requests,
      Counter promptTokens,
      Counter completionTokens,
      Counter cost,
      Counter cache,
      Timer latency,
      Timer ttft) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Place, Set> sets = new ConcurrentHashMap<>();
  private final Map<Finds, Counter> finds = new ConcurrentHashMap<>();
  private final Map<String, Counter> errors = new ConcurrentHashMap<>();

  /** Counts a settled call. */
  public void settled(UsageRow row, String pool) {
    Place place = new Place(row.tier(), pool, row.outcome());
    Set known = sets.get(place);
    Set set = known == null ? sets.computeIfAbsent(place, this::create) : known;
    set.requests.increment();
    set.promptTokens.increment((double) row.tokens().prompt());
    set.completionTokens.increment((double) row.tokens().completion());
    set.cost.increment(row.cost().value() / 1e9);
    set.cache.increment();
    set.latency.record(nanos(row.latencyMs()));
    Double ttft = row.ttftMs();
    if (ttft != null) {
      set.ttft.record(nanos(ttft));
    }
  }

  /** Counts what a pool reported above the most a call could use. */
  public void excess(NanoUsd excess, String pool) {
    Counter.builder("marketplace.excess.usd")
        .description("Cost reported above what was reserved, in US dollars; no budget bears it")
        .tag("pool", pool)
        .register(registry)
        .increment(excess.value() / 1e9);
  }

  /** Counts an error answer by its code. */
  public void error(String code) {
    errors
        .computeIfAbsent(
            code,
            key ->
                Counter.builder("marketplace.errors")
                    .description("Error answers by the contract's code")
                    .tag("code", key)
                    .register(registry))
        .increment();
  }

  /** Counts findings of a guardrail by side, detector and action. */
  public void found(Side side, GuardRule rule, int times) {
    Finds key = new Finds(side, rule.detector(), rule.action());
    finds
        .computeIfAbsent(
            key,
            one ->
                Counter.builder("marketplace.guardrail.findings")
                    .description("What guardrails found in prompts and answers")
                    .tag("side", one.side().code())
                    .tag("detector", one.detector().code())
                    .tag("action", one.action().code())
                    .register(registry))
        .increment(times);
  }

  /** Shows a number that is read when the meters are. */
  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** All meters in Prometheus' text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  private static Duration nanos(double millis) {
    return Duration.ofNanos((long) (millis * 1e6));
  }

  private Set create(Place place) {
    String[] tags = {"tier", place.tier(), "pool", place.pool()};
    return new Set(
        Counter.builder("marketplace.requests")
            .description("Settled calls")
            .tags(tags)
            .tag("outcome", place.outcome())
            .register(registry),
        tokens(tags, "prompt"),
        tokens(tags, "completion"),
        Counter.builder("marketplace.cost.usd")
            .description("Cost booked, in US dollars")
            .tags(tags)
            .register(registry),
        Counter.builder("marketplace.cache")
            .description("Answers by where they came from")
            .tags(tags)
            .tag("result", "bypass")
            .register(registry),
        timer("marketplace.latency", "From arrival to the last byte", tags),
        timer("marketplace.ttft", "From arrival to the provider's first byte", tags));
  }

  private Counter tokens(String[] tags, String kind) {
    return Counter.builder("marketplace.tokens")
        .description("Tokens booked")
        .tags(tags)
        .tag("kind", kind)
        .register(registry);
  }

  private Timer timer(String name, String description, String[] tags) {
    return Timer.builder(name)
        .description(description)
        .tags(tags)
        .serviceLevelObjectives(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30))
        .register(registry);
  }
}
