package io.marketplace.db.metering;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.db.jdbc.TenantTransaction;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads {@code call_trace} within the tenant's rows. */
public final class JdbcTraceReader implements TraceReader {

  private final DataSource dataSource;

  /** Reads through {@code dataSource}. */
  public JdbcTraceReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<String> find(TenantId tenant, ApplicationId application, CallId call) {
    try (TenantTransaction work = TenantTransaction.begin(dataSource, tenant)) {
      Optional<String> trace = find(work.connection(), application, call);
      work.commit();
      return trace;
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  private static Optional<String> find(
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
}
