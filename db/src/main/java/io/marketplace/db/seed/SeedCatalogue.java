package io.marketplace.db.seed;

import io.marketplace.db.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes the delivered catalogue into the database: tiers, cards and their published figures. May
 * be repeated; a card that was edited in the portal (its version is no longer 0) is left as it is.
 */
public final class SeedCatalogue {

  private static final String[] STATEMENTS = {"tiers.sql", "cards.sql", "figures.sql"};

  private SeedCatalogue() {}

  /**
   * Writes it in one transaction.
   *
   * @param connection of a user that may assume {@code marketplace_platform}; in auto-commit mode
   * @return how many rows were added or changed; 0 when all of it stood there already
   * @throws IllegalStateException if the build lacks the catalogue
   */
  public static int run(Connection connection) throws SQLException {
    return run(connection, resource("catalogue.json"));
  }

  /** The same with another catalogue, in the delivered one's form. */
  static int run(Connection connection, String catalogue) throws SQLException {
    // read before it is sent: its fault is then ours and named so
    Json.read(catalogue);
    connection.setAutoCommit(false);
    try (Statement role = connection.createStatement()) {
      role.execute("set local role marketplace_platform");
      int rows = 0;
      for (String name : STATEMENTS) {
        try (PreparedStatement statement = connection.prepareStatement(resource(name))) {
          statement.setString(1, catalogue);
          rows += statement.executeUpdate();
        }
      }
      connection.commit();
      return rows;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String resource(String name) {
    try (InputStream in = SeedCatalogue.class.getResourceAsStream("/db/seed/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks db/seed/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("db/seed/" + name + " cannot be read", e);
    }
  }
}
