package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Migrate;
import io.marketplace.gateway.snapshot.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 clients on a small cap over three gateways, one of which is killed with SIGKILL every few
 * seconds and started again: the cap holds at every look, and after recovery the ledger and the
 * budget agree to the nano-dollar. {@code -Dmarketplace.proof.seconds=600} for the long form.
 */
class BudgetProofTest {
  private static final int REPLICAS = 3;
  private static final int CLIENTS = 67;
  private static final int SECONDS = Integer.getInteger("marketplace.proof.seconds", 15);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(SECONDS >= 60 ? 20 : 4);

  /** Some thousands of calls at 3,300 nano-dollars; reservations are up to 210,000. */
  private static final long CAP = 3_300L * 400 * SECONDS;

  private final String database = "proof_" + UUID.randomUUID().toString().replace("-", "");
  private final List<@Nullable Process> running = new ArrayList<>();
  @TempDir private Path folder;

  BudgetProofTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String setting(String name) {
    return Objects.requireNonNull(
        System.getenv(name), name + " is not set; ./marketplace test starts a Postgres");
  }

  private static String server() {
    return setting("MARKETPLACE_TEST_DB_URL");
  }

  private String url() {
    return server().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
  }

  private static Connection admin(String url) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            url,
            setting("MARKETPLACE_TEST_DB_USER"),
            System.getenv().getOrDefault("MARKETPLACE_TEST_DB_PASSWORD", ""));
    connection.setSchema("marketplace");
    return connection;
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = admin(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = admin(url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @BeforeEach
  void migrate() throws SQLException {
    run(server(), "create database " + database);
    Migrate.run(
        Map.of(
            "MARKETPLACE_DB_ADMIN_URL",
            url(),
            "MARKETPLACE_DB_ADMIN_USER",
            setting("MARKETPLACE_TEST_DB_USER"),
            "MARKETPLACE_DB_ADMIN_PASSWORD",
            System.getenv().getOrDefault("MARKETPLACE_TEST_DB_PASSWORD", "-"),
            "MARKETPLACE_DB_PORTAL_PASSWORD",
            "scratch",
            "MARKETPLACE_DB_GATEWAY_PASSWORD",
            "scratch"));
    run(
        url(),
        """
        insert into tenant (id, slug, name) values ('%1$s', 'retail', 'Retail');
        insert into budget (id, tenant_id, scope_type, scope_id, period, cap_nano, created_by)
          values ('%2$s', '%1$s', 'tenant', '%1$s', 'total', %3$d, 'proof');
        """
            .formatted(Documents.TENANT, ReplicaProcess.BUDGET, CAP));
  }

  @AfterEach
  void stop() throws SQLException {
    for (Process process : running) {
      if (process != null) {
        process.destroyForcibly();
      }
    }
    run(server(), "drop database if exists " + database + " with (force)");
  }

  private Path state(int replica) {
    return folder.resolve("gateway-" + replica);
  }

  private Process start(int replica, int clients) throws IOException {
    Files.createDirectories(state(replica));
    Path log = folder.resolve("gateway-" + replica + ".log");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ReplicaProcess.class.getName(),
            url(),
            state(replica).toString(),
            Integer.toString(clients))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  @Test
  void theCapHoldsWhileGatewaysDieAndTheLedgerAgreesAfterwards() throws Exception {
    for (int i = 0; i < REPLICAS; i++) {
      running.add(start(i, CLIENTS));
    }
    Instant end = null;
    Instant nextKill = null;
    int kills = 0;
    while (end == null || Instant.now().isBefore(end)) {
      long settled = number("select coalesce(max(settled_nano), 0) from budget_window");
      assertThat(settled).isLessThanOrEqualTo(CAP);
      assertThat(number("select coalesce(max(leased_nano), 0) from budget_window"))
          .isLessThanOrEqualTo(CAP);
      if (end == null && settled > 0) {
        // The clock runs from the first call on, however slow the machine.
        end = Instant.now().plusSeconds(SECONDS);
        nextKill = Instant.now().plus(BETWEEN_KILLS);
      }
      if (nextKill != null && Instant.now().isAfter(nextKill)) {
        int victim = kills++ % REPLICAS;
        Process process = Objects.requireNonNull(running.get(victim));
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        running.set(victim, start(victim, CLIENTS));
        nextKill = Instant.now().plus(BETWEEN_KILLS);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    assertThat(kills).isPositive();
    recover();
    proveTheSums();
    proveTheRows();
  }

  /** Kills all at once, and lets each recover from its journal without clients. */
  private void recover() throws Exception {
    for (int i = 0; i < REPLICAS; i++) {
      Process process = Objects.requireNonNull(running.get(i));
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      running.set(i, start(i, 0));
    }
    Instant patience = Instant.now().plusSeconds(60);
    while (number("select count(*) from budget_lease where state = 'open'") > 0
        && Instant.now().isBefore(patience)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    for (int i = 0; i < REPLICAS; i++) {
      Process process = Objects.requireNonNull(running.get(i));
      process.getOutputStream().close();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
  }

  private void proveTheSums() throws SQLException {
    long settled = number("select settled_nano from budget_window");
    assertThat(settled).isPositive().isLessThanOrEqualTo(CAP);
    assertThat(number("select sum(cost_nano - excess_nano) from usage_row")).isEqualTo(settled);
    assertThat(number("select sum(settled_nano) from budget_lease")).isEqualTo(settled);
    assertThat(
            number("select coalesce(sum(n), 0) from usage_row, unnest(booked_nano) as booked (n)"))
        .isEqualTo(settled);
    // All that nobody used is free again.
    assertThat(number("select leased_nano from budget_window")).isEqualTo(settled);
    assertThat(number("select count(*) from budget_lease where state = 'open'")).isZero();
    // All were given one name: each is counted, and counted once over all its lives.
    assertThat(number("select count(*) from gateway_replica")).isEqualTo(REPLICAS);
  }

  private void proveTheRows() throws IOException, SQLException {
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < REPLICAS; i++) {
      for (String id :
          Files.readAllLines(state(i).resolve("answered"), StandardCharsets.US_ASCII)) {
        if (id.length() == 36) {
          answered.add(id);
        }
      }
    }
    Set<String> rows = new HashSet<>();
    int count = 0;
    try (Connection connection = admin(url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select request_id::text from usage_row")) {
      while (row.next()) {
        rows.add(row.getString(1));
        count++;
      }
    }
    assertThat(count).isEqualTo(rows.size());
    assertThat(rows).containsAll(answered);
    assertThat(answered).isNotEmpty();
  }
}
