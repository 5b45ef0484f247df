package io.marketplace.db.snapshot;

import io.marketplace.db.jdbc.Listening;
import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.model.snapshot.ConfigurationSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Reads {@code gateway_snapshot()} and listens on {@code marketplace_config}. */
final class JdbcConfigurationSource implements ConfigurationSource {

  /** A heartbeat that hangs must not outlast its own period by much. */
  private static final int QUERY_SECONDS = 5;

  private final DataSource dataSource;

  JdbcConfigurationSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public long version() {
    return single("select version from marketplace.config_version", rows -> rows.getLong(1));
  }

  @Override
  public String read() {
    return single("select marketplace.gateway_snapshot()", rows -> rows.getString(1));
  }

  private interface Column<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private <T> T single(String sql, Column<T> column) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setQueryTimeout(QUERY_SECONDS);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("no row: the schema is incomplete");
        }
        return column.of(rows);
      }
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  @Override
  public ChangeNotices listen() {
    return new Notices(Listening.on(dataSource, "marketplace_config"));
  }

  private record Notices(Listening listening) implements ChangeNotices {

    @Override
    public boolean await(Duration timeout) {
      return !listening.await(timeout).isEmpty();
    }

    @Override
    public void close() {
      listening.close();
    }
  }
}
