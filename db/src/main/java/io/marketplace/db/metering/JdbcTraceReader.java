package io.marketplace.db.metering;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.db.jdbc.TenantTransaction;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.TraceReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads {@code call_trace} and {@code trace_chunk} within the tenant's rows. */
public final class JdbcTraceReader implements TraceReader {

  private static final String SELECT =
      "select "
          + TraceChunkSql.COLUMNS
          + " from marketplace.trace_chunk where "
          + TraceChunkSql.AROUND
          + " limit 500";

  private final DataSource dataSource;

  /** Reads through {@code dataSource}. */
  public JdbcTraceReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<String> find(TenantId tenant, ApplicationId application, CallId call) {
    try (TenantTransaction work = TenantTransaction.begin(dataSource, tenant)) {
      Optional<String> trace = refused(work.connection(), application, call);
      if (trace.isEmpty()) {
        trace =
            find(work.connection(), call)
                .filter(found -> found.application().equals(application))
                .map(DecidedCall::json);
      }
      work.commit();
      return trace;
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  private static Optional<String> refused(
      Connection connection, ApplicationId application, CallId call) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select trace from marketplace.call_trace where request_id = ? and application_id = ?"
                + " limit 1")) {
      select.setObject(1, call.value());
      select.setObject(2, application.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private static Optional<DecidedCall> find(Connection connection, CallId call)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      OffsetDateTime made = TraceChunk.madeAt(call).atOffset(ZoneOffset.UTC);
      select.setObject(1, made);
      select.setObject(2, made);
      select.setObject(3, made.plus(TraceChunkSql.LONGEST));
      select.setFetchSize(10);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Optional<DecidedCall> found = chunk(rows).find(call);
          if (found.isPresent()) {
            return found;
          }
        }
        return Optional.empty();
      }
    }
  }

  private static TraceChunk chunk(ResultSet rows) throws SQLException {
    return new TraceChunk(
        rows.getObject(1, UUID.class),
        new TenantId(rows.getObject(2, UUID.class)),
        rows.getObject(3, OffsetDateTime.class).toInstant(),
        rows.getObject(4, OffsetDateTime.class).toInstant(),
        rows.getInt(5),
        rows.getBytes(6));
  }
}
