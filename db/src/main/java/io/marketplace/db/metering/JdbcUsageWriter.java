package io.marketplace.db.metering;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.db.jdbc.TenantTransaction;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.KeyUse;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes {@code usage_row} with its hourly sums and its bookings, {@code trace_chunk}, {@code
 * call_trace} and {@code key_use} in one transaction a batch.
 */
public final class JdbcUsageWriter implements UsageWriter {

  private static final Comparator<KeyUse> BY_SECRET =
      Comparator.comparing(use -> use.secret().value());

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
      writeRefused(work.connection(), batch.refused());
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
    try (Statement statement = connection.createStatement()) {
      statement.execute(UsageRowSql.STAGE);
      BinaryWriter bytes = UsageCopy.of(rows);
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(UsageRowSql.COPY);
      try {
        copy.writeToCopy(bytes.array(), 0, bytes.length());
        long unused = copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }
    try (PreparedStatement book = connection.prepareStatement(UsageRowSql.BOOK)) {
      boolean unused = book.execute();
    }
  }

  private static void writeTraces(Connection connection, List<TraceChunk> traces)
      throws SQLException {
    if (traces.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into marketplace.trace_chunk (id, tenant_id, first_at, last_at, calls, body)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)) {
      for (TraceChunk chunk : traces) {
        insert.setObject(1, chunk.id());
        insert.setObject(2, chunk.tenant().value());
        insert.setObject(3, chunk.from().atOffset(ZoneOffset.UTC));
        insert.setObject(4, chunk.to().atOffset(ZoneOffset.UTC));
        insert.setInt(5, chunk.calls());
        insert.setBytes(6, chunk.body());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void writeRefused(Connection connection, List<DecidedCall> calls)
      throws SQLException {
    if (calls.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into marketplace.call_trace
              (request_id, started_at, tenant_id, application_id, status, outcome, trace)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb)) on conflict do nothing
            """)) {
      for (DecidedCall call : calls) {
        insert.setObject(1, call.call().value());
        insert.setObject(2, call.startedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(3, call.tenant().value());
        insert.setObject(4, call.application().value());
        insert.setInt(5, call.status());
        insert.setString(6, call.outcome());
        insert.setString(7, call.json());
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
      // in one order, so that no two gateways wait for each other
      for (KeyUse use : uses.stream().sorted(BY_SECRET).toList()) {
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
