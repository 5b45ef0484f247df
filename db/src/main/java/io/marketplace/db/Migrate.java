package io.marketplace.db;

import io.marketplace.db.seed.SeedCatalogue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Makes the database roles, runs the migrations, writes the delivered catalogue and prepares the
 * coming days' partitions. A plain main, run before the servers start: inside Liberty Flyway's
 * class-path scan finds nothing and reports success.
 *
 * <p>Reads {@code MARKETPLACE_DB_ADMIN_URL} (JDBC), {@code MARKETPLACE_DB_ADMIN_USER}, {@code
 * MARKETPLACE_DB_ADMIN_PASSWORD}, {@code MARKETPLACE_DB_PORTAL_PASSWORD} and {@code
 * MARKETPLACE_DB_GATEWAY_PASSWORD}. The admin needs {@code CREATEROLE} and the right to create in
 * the database, not to be a superuser where the extension {@code vector} is there already.
 */
public final class Migrate {

  /** The schema all tables stand in. */
  static final String SCHEMA = "marketplace";

  private Migrate() {}

  /**
   * Exit code 0 when the database is at this build's version, 1 with one sentence on standard error
   * otherwise.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try {
      int applied = run(System.getenv());
      System.out.println("migrations applied: " + applied);
    } catch (SQLException | FlywayException | IllegalStateException e) {
      System.err.println("The database could not be migrated: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Migrates with the settings of {@code env}.
   *
   * @return how many migrations were applied by this run
   * @throws IllegalStateException if a setting is missing or no migration is on the class path
   */
  public static int run(Map<String, String> env) throws SQLException {
    String url = setting(env, "MARKETPLACE_DB_ADMIN_URL");
    String user = setting(env, "MARKETPLACE_DB_ADMIN_USER");
    String password = setting(env, "MARKETPLACE_DB_ADMIN_PASSWORD");
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      requireVectors(connection);
      makeRoles(connection, env);
    }
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, user, password)
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .locations("classpath:db/migration")
            .load();
    if (flyway.info().all().length == 0) {
      throw new IllegalStateException("no migration was found on the class path");
    }
    MigrateResult result = flyway.migrate();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("select marketplace.ensure_partitions()");
      SeedCatalogue.run(connection);
    }
    return result.migrationsExecuted;
  }

  /** The extension is not a trusted one: without it only a superuser gets further. */
  private static void requireVectors(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select exists (select 1 from pg_extension where extname = 'vector')
                    or (select rolsuper from pg_roles where rolname = current_user)
                    or exists (select 1 from pg_available_extension_versions
                               where name = 'vector' and trusted)
                """)) {
      rows.next();
      if (!rows.getBoolean(1)) {
        throw new IllegalStateException(
            "it has no extension vector, and this user may not create it. Let a superuser run"
                + " \"create extension vector\" in it");
      }
    }
  }

  private static void makeRoles(Connection connection, Map<String, String> env)
      throws SQLException {
    makeRole(connection, "marketplace_platform", "nologin");
    makeRole(connection, "marketplace_snapshot", "nologin");
    makeRole(connection, "marketplace_budget", "nologin");
    makeRole(connection, "marketplace_portal", "login");
    makeRole(connection, "marketplace_gateway", "login");
    setPassword(connection, "marketplace_portal", setting(env, "MARKETPLACE_DB_PORTAL_PASSWORD"));
    setPassword(connection, "marketplace_gateway", setting(env, "MARKETPLACE_DB_GATEWAY_PASSWORD"));
    try (Statement statement = connection.createStatement()) {
      // Not inherited: the platform's policies apply only after SET LOCAL ROLE.
      statement.execute(
          "grant marketplace_platform to marketplace_portal with inherit false, set true");
      statement.execute("grant marketplace_snapshot to current_user with inherit true, set true");
      statement.execute("grant marketplace_budget to current_user with inherit true, set true");
      // to write the delivered catalogue
      statement.execute("grant marketplace_platform to current_user with inherit false, set true");
      statement.execute("alter role marketplace_portal set search_path = marketplace, public");
      statement.execute("alter role marketplace_gateway set search_path = marketplace, public");
    }
  }

  private static void makeRole(Connection connection, String role, String login)
      throws SQLException {
    try (PreparedStatement find =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      find.setString(1, role);
      try (ResultSet found = find.executeQuery()) {
        if (found.next()) {
          return;
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create role " + role + " " + login + " nosuperuser nocreatedb nocreaterole nobypassrls");
    }
  }

  private static void setPassword(Connection connection, String role, String password)
      throws SQLException {
    try (PreparedStatement quote =
        connection.prepareStatement(
            "select format('alter role %I password %L', ?::text, ?::text)")) {
      quote.setString(1, role);
      quote.setString(2, password);
      try (ResultSet quoted = quote.executeQuery();
          Statement statement = connection.createStatement()) {
        quoted.next();
        statement.execute(quoted.getString(1));
      }
    }
  }

  private static String setting(Map<String, String> env, String name) {
    String value = env.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
