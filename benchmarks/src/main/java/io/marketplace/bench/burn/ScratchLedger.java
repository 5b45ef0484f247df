package io.marketplace.bench.burn;

import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.db.Migrate;
import io.marketplace.db.Standalone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A ledger full of calls in a scratch database, which goes with it: 4 tenants, 20 applications
 * each, each on one tier with 2 agents and 5 customers; evenly spread, latencies log-normal. Made
 * on a server that serves nothing else, because the passwords of the marketplace's roles are set.
 */
final class ScratchLedger implements AutoCloseable {

  private static final long PORTION = 500_000;
  private static final String PASSWORD = "scratch";

  private final String server;
  private final String user;
  private final String password;
  private final String name = "bench_" + UUID.randomUUID().toString().replace("-", "");

  private ScratchLedger(String server, String user, String password) {
    this.server = server;
    this.user = user;
    this.password = password;
  }

  /** Makes one on the server of {@code MARKETPLACE_TEST_DB_URL}. */
  static ScratchLedger create(Map<String, String> environment) {
    ScratchLedger ledger =
        new ScratchLedger(
            setting(environment, "MARKETPLACE_TEST_DB_URL"),
            setting(environment, "MARKETPLACE_TEST_DB_USER"),
            environment.getOrDefault("MARKETPLACE_TEST_DB_PASSWORD", ""));
    ledger.run(ledger.server, "create database " + ledger.name);
    try {
      int unused =
          Migrate.run(
              Map.of(
                  "MARKETPLACE_DB_ADMIN_URL",
                  ledger.url(),
                  "MARKETPLACE_DB_ADMIN_USER",
                  ledger.user,
                  "MARKETPLACE_DB_ADMIN_PASSWORD",
                  ledger.password.isEmpty() ? "-" : ledger.password,
                  "MARKETPLACE_DB_PORTAL_PASSWORD",
                  PASSWORD,
                  "MARKETPLACE_DB_GATEWAY_PASSWORD",
                  PASSWORD));
      return ledger;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static String setting(Map<String, String> environment, String key) {
    String value = environment.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new BenchFailure(
          key
              + " is not set: bench burn needs a Postgres with pgvector that serves nothing else, as the"
              + " tests do; see CONTRIBUTING.md.");
    }
    return value;
  }

  private String url() {
    return server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }

  /** Fills it with {@code rows} calls of the {@code hours} before {@code until}. */
  void fill(long rows, int hours, Instant until, Consumer<String> progress) {
    script("people.sql", Map.of());
    Instant day = until.minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.DAYS);
    for (; day.isBefore(until.truncatedTo(ChronoUnit.DAYS)); day = day.plus(1, ChronoUnit.DAYS)) {
      script(
          "partition.sql",
          Map.of(
              "name",
              day.toString().substring(0, 10).replace("-", ""),
              "from",
              day.toString(),
              "to",
              day.plus(1, ChronoUnit.DAYS).toString()));
    }
    for (long done = 0; done < rows; done += PORTION) {
      script(
          "rows.sql",
          Map.of(
              "first",
              Long.toString(done),
              "last",
              Long.toString(Math.min(done + PORTION, rows) - 1),
              "count",
              Long.toString(rows),
              "until",
              until.toString(),
              "step",
              Double.toString(hours * 3600.0 / rows)));
      progress.accept(Math.min(done + PORTION, rows) + " of " + rows + " rows");
    }
    script("sums.sql", Map.of());
    run(url(), "vacuum analyze");
  }

  /** How many rows a table holds. */
  long count(String table) {
    try (Connection connection = DriverManager.getConnection(url(), user, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from marketplace." + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The use cases on it, as the portal asks them. */
  Standalone standalone() {
    return Standalone.open(url(), "marketplace_portal", PASSWORD);
  }

  private void script(String file, Map<String, String> values) {
    try (InputStream in = ScratchLedger.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      run(url(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String address, String text) {
    try (Connection connection = DriverManager.getConnection(address, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static BenchFailure failure(SQLException e) {
    return new BenchFailure("The scratch database failed: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    run(server, "drop database if exists " + name + " with (force)");
  }
}
