package io.marketplace.db.jdbc;

import io.marketplace.model.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction that sees and writes one tenant's rows; rolled back unless committed. */
public final class TenantTransaction implements AutoCloseable {

  private final Connection connection;
  private boolean committed;

  private TenantTransaction(Connection connection) {
    this.connection = connection;
  }

  /** Begins one. */
  public static TenantTransaction begin(DataSource dataSource, TenantId tenant)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      try (PreparedStatement set =
          connection.prepareStatement("select set_config('marketplace.tenant', ?, true)")) {
        set.setString(1, tenant.toString());
        set.execute();
      }
      return new TenantTransaction(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Its connection, closed with it. */
  public Connection connection() {
    return connection;
  }

  /** Keeps what was done. */
  public void commit() throws SQLException {
    connection.commit();
    committed = true;
  }

  @Override
  public void close() throws SQLException {
    try {
      if (!committed) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } finally {
      connection.close();
    }
  }
}
