package io.marketplace.db.metering;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.db.jdbc.TenantTransaction;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.KeyUse;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Writes {@code usage_row}, {@code call_trace} and {@code key_use} in one transaction a batch. */
public final class JdbcUsageWriter implements UsageWriter {

  private final DataSource dataSource;

  /** Writes through {@code dataSource}. */
  public JdbcUsageWriter(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void write(UsageBatch batch) {
    try (TenantTransaction work = TenantTransaction.begin(dataSource, batch.tenant())) {
      writeUsage(work.connection(), batch.usage());
      writeTraces(work.connection(), batch.traces());
      writeKeyUses(work.connection(), batch.tenant(), batch.keyUses());
      work.commit();
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  private static void writeUsage(Connection connection, List<UsageRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(UsageRowSql.INSERT)) {
      for (UsageRow row : rows) {
        UsageRowSql.bind(insert, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void writeTraces(Connection connection, List<TraceRow> traces)
      throws SQLException {
    if (traces.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into marketplace.call_trace
              (request_id, started_at, tenant_id, application_id, status, outcome, trace)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb)) on conflict do nothing
            """)) {
      for (TraceRow trace : traces) {
        insert.setObject(1, trace.call().value());
        insert.setObject(2, trace.startedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(3, trace.tenant().value());
        insert.setObject(4, trace.application().value());
        insert.setInt(5, trace.status());
        insert.setString(6, trace.outcome());
        insert.setString(7, trace.json());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void writeKeyUses(Connection connection, TenantId tenant, List<KeyUse> uses)
      throws SQLException {
    if (uses.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into marketplace.key_use as u (secret_id, tenant_id, last_used_at, requests)
            values (?, ?, ?, ?)
            on conflict (secret_id) do update set requests = u.requests + excluded.requests,
              last_used_at = greatest(u.last_used_at, excluded.last_used_at)
            """)) {
      for (KeyUse use : uses) {
        upsert.setObject(1, use.secret().value());
        upsert.setObject(2, tenant.value());
        upsert.setObject(3, use.lastUsedAt().atOffset(ZoneOffset.UTC));
        upsert.setLong(4, use.requests());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
