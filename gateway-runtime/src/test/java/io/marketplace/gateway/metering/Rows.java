package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger for tests. */
final class Rows {

  private Rows() {}

  static UsageRow settled(TenantId tenant, String alias) {
    return row(CallId.create(), tenant, alias, "answered", 5, null);
  }

  static UsageRow settled(UsageRow open) {
    return row(open.call(), open.owner().tenant(), open.alias(), "answered", 5, null);
  }

  static UsageRow open(TenantId tenant) {
    return row(CallId.create(), tenant, "a", UsageRow.INTERRUPTED, 90, UsageFlag.INTERRUPTED);
  }

  private static UsageRow row(
      CallId call,
      TenantId tenant,
      String alias,
      String outcome,
      long cost,
      @Nullable UsageFlag flag) {
    return new UsageRow(
        call,
        Instant.parse("2026-11-01T00:00:00.123456Z"),
        new CallOwner(tenant, TeamId.create(), ApplicationId.create(), KeyId.create()),
        "utility",
        alias,
        new Attribution("é", null, "a customer", null),
        null,
        Sensitivity.INTERNAL,
        new ServedBy(PoolId.create(), ProviderId.create(), "m", 3),
        new TokenCount(3, 1, 2, TokenCount.Source.UPSTREAM),
        0,
        new NanoUsd(cost),
        "bypass",
        200,
        outcome,
        true,
        1,
        1.5,
        0.75,
        "r",
        List.of(
            new Booking(
                UUID.randomUUID(),
                Instant.parse("2026-11-01T00:00:00Z"),
                UUID.randomUUID(),
                new NanoUsd(cost - 1))),
        new NanoUsd(1),
        flag,
        List.of());
  }
}
