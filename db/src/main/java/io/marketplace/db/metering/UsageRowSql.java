package io.marketplace.db.metering;

import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.UsageRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;

/** The columns of {@code usage_row} and where each comes from. */
final class UsageRowSql {

  static final String INSERT =
      """
      insert into marketplace.usage_row (request_id, started_at, tenant_id, team_id, application_id, key_id,
        tier, alias, agent, workflow, customer, use_case, request_class, sensitivity,
        pool_id, provider_id, model, price_version, prompt_tokens, cached_tokens, completion_tokens,
        token_source, cost_nano, cache, status, outcome, streamed, attempts, latency_ms, ttft_ms, replica)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private UsageRowSql() {}

  static void bind(PreparedStatement insert, UsageRow row) throws SQLException {
    CallOwner owner = row.owner();
    insert.setObject(1, row.call().value());
    insert.setObject(2, row.startedAt().atOffset(ZoneOffset.UTC));
    insert.setObject(3, owner.tenant().value());
    insert.setObject(4, owner.team().value());
    insert.setObject(5, owner.application().value());
    insert.setObject(6, owner.key().value());
    insert.setString(7, row.tier());
    insert.setString(8, row.alias());
    Attribution attribution = row.attribution();
    insert.setString(9, attribution.agent());
    insert.setString(10, attribution.workflow());
    insert.setString(11, attribution.customer());
    insert.setString(12, attribution.useCase());
    insert.setString(13, row.requestClass());
    insert.setString(14, row.sensitivity().code());
    ServedBy served = row.servedBy();
    insert.setObject(15, served == null ? null : served.pool().value(), Types.OTHER);
    insert.setObject(16, served == null ? null : served.provider().value(), Types.OTHER);
    insert.setString(17, served == null ? null : served.model());
    insert.setObject(18, served == null ? null : served.priceVersion(), Types.INTEGER);
    insert.setLong(19, row.tokens().prompt());
    insert.setLong(20, row.tokens().cached());
    insert.setLong(21, row.tokens().completion());
    insert.setString(22, row.tokens().source().code());
    insert.setLong(23, row.cost().value());
    insert.setString(24, row.cache());
    insert.setInt(25, row.status());
    insert.setString(26, row.outcome());
    insert.setBoolean(27, row.streamed());
    insert.setInt(28, row.attempts());
    insert.setDouble(29, row.latencyMs());
    insert.setObject(30, row.ttftMs(), Types.DOUBLE);
    insert.setString(31, row.replica());
  }
}
