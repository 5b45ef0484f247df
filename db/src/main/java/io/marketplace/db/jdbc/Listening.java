package io.marketplace.db.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection that hears what the database tells on a channel ({@code NOTIFY}). */
public final class Listening implements AutoCloseable {

  private final Connection connection;
  private final PGConnection postgres;

  private Listening(Connection connection, PGConnection postgres) {
    this.connection = connection;
    this.postgres = postgres;
  }

  /**
   * Listens from now on, on a connection of its own.
   *
   * @param channel a name of ours, never a caller's
   * @throws io.marketplace.model.problem.MarketplaceException as {@link SqlFailures} tells it
   */
  public static Listening on(DataSource source, String channel) {
    try {
      Connection connection = source.getConnection();
      try (Statement listen = connection.createStatement()) {
        connection.setAutoCommit(true);
        listen.execute("listen " + channel);
        return new Listening(
            connection, Objects.requireNonNull(connection.unwrap(PGConnection.class)));
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  /**
   * The payloads that came, at once or within {@code timeout}; none if it passed.
   *
   * @throws io.marketplace.model.problem.MarketplaceException as {@link SqlFailures} tells it
   */
  public List<String> await(Duration timeout) {
    try {
      // 0 would wait for ever.
      PGNotification[] notices = postgres.getNotifications((int) Math.max(1, timeout.toMillis()));
      return notices == null
          ? List.of()
          : Arrays.stream(notices).map(PGNotification::getParameter).toList();
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      // A pooled connection goes on living: it must not collect notices nobody reads.
      statement.execute("unlisten *");
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }
}
