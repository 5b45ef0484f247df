package io.marketplace.db.metering;

import io.marketplace.db.Enterprise;
import io.marketplace.db.Standalone;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.CallId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes rows of the ledger as a gateway would. */
final class LedgerRows {

  private final Enterprise house;

  LedgerRows(Enterprise house) {
    this.house = house;
  }

  /** Books a call of {@code actor}'s application: 10 prompt and 5 completion tokens. */
  CallId book(
      Actor actor, ApplicationId application, String tier, String agent, Instant at, long cost)
      throws SQLException {
    TenantId tenant = actor.tenant().orElseThrow();
    TeamId team = teamOf(application);
    CallId call = CallId.create();
    try (Connection gateway = house.database.gateway()) {
      gateway.setAutoCommit(false);
      try (Statement scope = gateway.createStatement()) {
        scope.execute("select set_config('marketplace.tenant', '" + tenant + "', true)");
      }
      try (PreparedStatement insert =
          gateway.prepareStatement(
              """
              insert into marketplace.usage_row (request_id, started_at, tenant_id, team_id,
                application_id, key_id, tier, alias, agent, sensitivity, prompt_tokens,
                completion_tokens, token_source, cost_nano, cache, status, outcome, streamed,
                latency_ms, ttft_ms, replica)
              values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), 'internal', 10, 5, 'upstream', ?, 'miss',
                200, 'answered', true, 100, 20, 'g1')
              """)) {
        insert.setObject(1, call.value());
        insert.setObject(2, at.atOffset(ZoneOffset.UTC));
        insert.setObject(3, tenant.value());
        insert.setObject(4, team.value());
        insert.setObject(5, application.value());
        insert.setObject(
            6,
            UUID.nameUUIDFromBytes(
                application.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        insert.setString(7, tier);
        insert.setString(8, tier);
        insert.setString(9, agent);
        insert.setLong(10, cost);
        insert.executeUpdate();
      }
      gateway.commit();
    }
    return call;
  }

  private TeamId teamOf(ApplicationId application) {
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
