package io.marketplace.db.metering;

import io.marketplace.db.Enterprise;
import io.marketplace.db.Standalone;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Writes rows of the ledger as a gateway does. */
public final class LedgerRows {

  private final Enterprise house;
  private final JdbcUsageWriter gateway;

  /** Writes into the database of {@code house}. */
  public LedgerRows(Enterprise house) {
    this.house = house;
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(house.database.url());
    dataSource.setUser("marketplace_gateway");
    dataSource.setPassword(house.database.password());
    this.gateway = new JdbcUsageWriter(dataSource);
  }

  /** Books a call of {@code actor}'s application: 10 prompt and 5 completion tokens. */
  CallId book(
      Actor actor, ApplicationId application, String tier, String agent, Instant at, long cost) {
    String label = agent.isEmpty() ? null : agent;
    return book(actor, application, tier, new Attribution(label, null, null, null), at, cost);
  }

  /** The same with more labels. */
  CallId book(
      Actor actor,
      ApplicationId application,
      String tier,
      Attribution attribution,
      Instant at,
      long cost) {
    TenantId tenant = actor.tenant().orElseThrow();
    CallOwner owner = new CallOwner(tenant, teamOf(application), application, keyOf(application));
    return book(owner, tier, attribution, at, cost, 0, List.of());
  }

  /** A call of that key, of whose cost no budget bears {@code excess}, with what it takes. */
  public CallId book(
      CallOwner owner,
      String tier,
      Attribution attribution,
      Instant at,
      long cost,
      long excess,
      List<Booking> bookings) {
    TokenCount tokens = new TokenCount(10, 0, 5, TokenCount.Source.UPSTREAM);
    UsageRow plain = row(owner, tier, Sensitivity.INTERNAL, attribution, null, tokens, at, cost);
    UsageRow row =
        new UsageRow(
            plain.call(),
            at,
            owner,
            tier,
            tier,
            attribution,
            null,
            plain.sensitivity(),
            null,
            tokens,
            0,
            plain.cost(),
            plain.cache(),
            plain.status(),
            plain.outcome(),
            plain.streamed(),
            plain.attempts(),
            plain.latencyMs(),
            plain.ttftMs(),
            plain.replica(),
            bookings,
            new NanoUsd(excess),
            excess > 0 ? UsageFlag.EXCESS : null,
            List.of());
    write(row);
    return row.call();
  }

  /** A plainly answered call of somebody. */
  public static UsageRow row(
      CallOwner owner,
      String alias,
      Sensitivity sensitivity,
      Attribution attribution,
      @Nullable ServedBy served,
      TokenCount tokens,
      Instant at,
      long cost) {
    return new UsageRow(
        CallId.create(),
        at,
        owner,
        alias,
        alias,
        attribution,
        null,
        sensitivity,
        served,
        tokens,
        0,
        new NanoUsd(cost),
        "miss",
        200,
        "answered",
        true,
        1,
        100,
        20.0,
        "g1",
        List.of(),
        NanoUsd.ZERO,
        null,
        List.of());
  }

  /** The same call, answered in {@code latencyMs}, its first byte after {@code ttftMs}. */
  static UsageRow timed(UsageRow row, String outcome, double latencyMs, double ttftMs) {
    return new UsageRow(
        row.call(),
        row.startedAt(),
        row.owner(),
        row.tier(),
        row.alias(),
        row.attribution(),
        row.requestClass(),
        row.sensitivity(),
        row.servedBy(),
        row.tokens(),
        row.images(),
        row.cost(),
        row.cache(),
        row.status(),
        outcome,
        row.streamed(),
        row.attempts(),
        latencyMs,
        ttftMs,
        row.replica(),
        row.bookings(),
        row.excess(),
        row.flag(),
        row.beneath());
  }

  /** Writes them; all of one tenant. */
  public void write(UsageRow... rows) {
    gateway.write(
        new UsageBatch(rows[0].owner().tenant(), List.of(rows), List.of(), List.of(), List.of()));
  }

  private static KeyId keyOf(ApplicationId application) {
    return new KeyId(
        UUID.nameUUIDFromBytes(application.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** The application's team. */
  public TeamId teamOf(ApplicationId application) {
    Standalone marketplace = house.marketplace;
    return marketplace
        .get(Work.class)
        .in(
            Scope.PLATFORM,
            () ->
                marketplace
                    .get(Sql.class)
                    .one(
                        "select team_id from application where id = ?",
                        row -> new TeamId(row.id(1)),
                        application.value())
                    .orElseThrow());
  }
}
