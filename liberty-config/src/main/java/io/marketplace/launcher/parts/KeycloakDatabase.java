package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes Keycloak's own database and role beside a database of the user's; the driver is the one
 * that the build fetched.
 */
final class KeycloakDatabase implements Part {
  private final Settings settings;
  private final Secrets secrets;
  private final DatabaseAddress database;
  private final String buildPart;

  KeycloakDatabase(Settings settings, Secrets secrets, DatabaseAddress database, String buildPart) {
    this.settings = settings;
    this.secrets = secrets;
    this.database = database;
    this.buildPart = buildPart;
  }

  @Override
  public String name() {
    return "keycloak-database";
  }

  @Override
  public Set<String> needs() {
    return Set.of(buildPart);
  }

  @Override
  public String start() {
    Properties account = new Properties();
    account.setProperty("user", database.user());
    account.setProperty("password", database.password());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {driverJar().toURL()})) {
      Driver driver =
          ServiceLoader.load(Driver.class, loader)
              .findFirst()
              .orElseThrow(() -> new SQLException("no driver in db/target/lib"));
      try (Connection connection = driver.connect(database.jdbcUrl(), account)) {
        create(connection);
      }
    } catch (SQLException | IOException e) {
      throw new LaunchFailure(
          "Keycloak's database could not be made on %s:%d: %s. Give that user the rights CREATEDB and CREATEROLE, or set OIDC_ISSUER to an OpenID provider of your own."
              .formatted(database.host(), database.port(), e.getMessage()),
          e);
    }
    return database.host() + ":" + database.port();
  }

  private void create(Connection connection) throws SQLException {
    // The password has no quote in it: Secrets makes it of URL-safe characters.
    try (Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
        statement.execute("create role keycloak login");
      }
      statement.execute(
          "alter role keycloak password '" + secrets.password("postgres-keycloak") + "'");
      if (!exists(connection, "select 1 from pg_database where datname = ?")) {
        statement.execute("grant keycloak to current_user");
        statement.execute("create database keycloak owner keycloak");
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, "keycloak");
      return statement.executeQuery().next();
    }
  }

  private URI driverJar() throws IOException {
    try (Stream<Path> files = Files.list(settings.root().resolve("db/target/lib"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
          .findFirst()
          .orElseThrow(() -> new IOException("no driver in db/target/lib"))
          .toUri();
    }
  }

  @Override
  public void stop() {
    // Nothing runs: the start did it all.
  }
}
