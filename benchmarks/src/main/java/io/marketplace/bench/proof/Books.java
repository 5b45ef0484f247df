package io.marketplace.bench.proof;

import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What Postgres holds of money and calls, read as the database's administrator, beside the
 * marketplace: a proof does not take the word of whom it tries.
 */
final class Books {

  private static final String WINDOW =
      """
      select coalesce(max(cap_nano), 0), coalesce(max(leased_nano), 0), coalesce(max(settled_nano), 0),
        (select coalesce(sum(cost_nano - excess_nano), 0) from usage_row where key_id = ?::uuid and started_at >= ?)
      from budget_window where budget_id = ?::uuid
      """;

  private final String url;
  private final Properties account = new Properties();
  private final OffsetDateTime since;

  /**
   * Reads {@code postgresql://user:password@host:port/database?options}.
   *
   * @param since no call that matters began earlier
   * @throws BenchFailure if it is no such address
   */
  Books(String address, Instant since) {
    this.since = since.atOffset(ZoneOffset.UTC);
    URI uri = URI.create(address);
    String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
    if (uri.getHost() == null || uri.getPath() == null) {
      throw new BenchFailure("DATABASE_URL is no address of a Postgres.");
    }
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    url =
        "jdbc:postgresql://%s:%d%s%s"
            .formatted(
                uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), uri.getPath(), options);
    account.setProperty("user", decode(user[0]));
    account.setProperty("password", user.length > 1 ? decode(user[1]) : "");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The JDBC address, without user and password. */
  String url() {
    return url;
  }

  /**
   * One budget at one instant, in nano-dollars.
   *
   * @param ledger what the rows of its key add up to
   */
  record Look(long cap, long leased, long settled, long ledger) {

    /** Whether no gateway holds anything that is not spent. */
    boolean returned() {
      return leased == settled;
    }
  }

  /** Looks at the budget of a key, all in one statement, hence at one instant. */
  Look look(String budget, String key) {
    try (Connection connection = open();
        PreparedStatement select = connection.prepareStatement(WINDOW)) {
      select.setString(1, key);
      select.setObject(2, since);
      select.setString(3, budget);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Look(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** How many rows the ledger has of each call of a key. */
  Map<String, Integer> rows(String key) {
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement(
                "select request_id::text, count(*) from usage_row where key_id = ?::uuid and started_at >= ? group by 1")) {
      select.setString(1, key);
      select.setObject(2, since);
      Map<String, Integer> rows = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.put(row.getString(1), row.getInt(2));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url, account);
    connection.setSchema("marketplace");
    return connection;
  }

  private static BenchFailure failure(SQLException e) {
    return new BenchFailure("The database does not say: " + e.getMessage(), e);
  }
}
