package io.marketplace.db;

import io.marketplace.model.audit.AuditSeal;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A scratch database, migrated to this build, dropped when closed. Made on the server of {@code
 * MARKETPLACE_TEST_DB_URL} with {@code MARKETPLACE_TEST_DB_USER} and {@code
 * MARKETPLACE_TEST_DB_PASSWORD}, who may create databases and roles. Roles are the server's, so the
 * passwords of the portal and the gateway are fixed: test servers serve nothing else.
 */
public final class TestDatabase implements AutoCloseable {

  private static final String PASSWORD = "scratch";

  private final String serverUrl;
  private final String user;
  private final String password;
  private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

  private TestDatabase(Map<String, String> env) {
    this.serverUrl = setting(env, "MARKETPLACE_TEST_DB_URL");
    this.user = setting(env, "MARKETPLACE_TEST_DB_USER");
    this.password = env.getOrDefault("MARKETPLACE_TEST_DB_PASSWORD", "");
  }

  /** A fresh one. */
  public static TestDatabase create() throws SQLException {
    TestDatabase database = new TestDatabase(System.getenv());
    database.onServer("create database " + database.name);
    database.migrate();
    return database;
  }

  /** A fresh one that stopped at an earlier version of the schema. */
  public static TestDatabase at(String version) throws SQLException {
    // the roles are the server's; an earlier database has made them
    create().close();
    TestDatabase database = new TestDatabase(System.getenv());
    database.onServer("create database " + database.name);
    Flyway.configure()
        .dataSource(database.url(), database.user, database.password)
        .schemas("marketplace")
        .defaultSchema("marketplace")
        .locations("classpath:db/migration")
        .target(version)
        // what is repeated is of the newest version
        .repeatableSqlMigrationPrefix("not-repeated")
        .load()
        .migrate();
    return database;
  }

  /** Brings it to this build's version. */
  public void migrate() throws SQLException {
    synchronized (TestDatabase.class) {
      Migrate.run(
          Map.of(
              "MARKETPLACE_DB_ADMIN_URL",
              url(),
              "MARKETPLACE_DB_ADMIN_USER",
              user,
              "MARKETPLACE_DB_ADMIN_PASSWORD",
              password.isEmpty() ? "-" : password,
              "MARKETPLACE_DB_PORTAL_PASSWORD",
              PASSWORD,
              "MARKETPLACE_DB_GATEWAY_PASSWORD",
              PASSWORD));
    }
  }

  /** The database's address. */
  public String url() {
    return serverUrl.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }

  /** A connection of the admin, whom row-level security does not bind if it is a superuser. */
  public Connection admin() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), user, password);
    connection.setSchema("marketplace");
    return connection;
  }

  /** Has the admin execute it; how many rows that changed. */
  public int execute(String sql) throws SQLException {
    try (Connection admin = admin();
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }

  /** The first column of the first row that the admin reads, as text. */
  public String one(String query) throws SQLException {
    try (Connection admin = admin()) {
      return one(admin, query);
    }
  }

  /** The same as a whole number. */
  public long number(String query) throws SQLException {
    return Long.parseLong(one(query));
  }

  /** The snapshot, as the gateway's role reads it. */
  public String snapshot() throws SQLException {
    try (Connection gateway = gateway()) {
      return one(gateway, "select marketplace.gateway_snapshot()");
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A connection of the portal's role. */
  public Connection portal() throws SQLException {
    return DriverManager.getConnection(url(), "marketplace_portal", PASSWORD);
  }

  /** A connection of the gateway's role. */
  public Connection gateway() throws SQLException {
    return DriverManager.getConnection(url(), "marketplace_gateway", PASSWORD);
  }

  /** The password of the portal's and the gateway's role. */
  public String password() {
    return PASSWORD;
  }

  /** All use cases on this database; the clock must still be given. */
  public Standalone standalone() {
    return Standalone.open(url(), "marketplace_portal", PASSWORD)
        .with(KeyHasher.class, new KeyHasher(new byte[32]))
        .with(AuditSeal.class, new AuditSeal(new byte[32]))
        .with(CredentialCipher.class, new CredentialCipher(new byte[32]))
        .with(UpstreamRules.class, new UpstreamRules(true, List.of(), HostLookup.SYSTEM));
  }

  @Override
  public void close() throws SQLException {
    onServer("drop database if exists " + name + " with (force)");
  }

  private void onServer(String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection(serverUrl, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String setting(Map<String, String> env, String key) {
    String value = env.get(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          key
              + " is not set: the contract suites need a real Postgres with pgvector;"
              + " ./marketplace test starts one.");
    }
    return value;
  }
}
