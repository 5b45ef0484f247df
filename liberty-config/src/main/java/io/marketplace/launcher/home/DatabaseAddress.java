package io.marketplace.launcher.home;

import io.marketplace.launcher.part.LaunchFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a Postgres database is and who may administer it.
 *
 * @param options what follows the question mark, without user and password; perhaps empty
 */
public record DatabaseAddress(
    String host, int port, String database, String user, String password, String options) {

  /**
   * Reads {@code postgresql://user:password@host:port/database?options}, the form that {@code
   * DATABASE_URL} has everywhere, with or without {@code jdbc:} before it.
   */
  public static DatabaseAddress parse(String text) {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    try {
      URI uri = URI.create(plain);
      boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      String path = uri.getPath() == null ? "" : uri.getPath();
      if (!known || uri.getHost() == null || path.length() < 2) {
        throw notAnAddress();
      }
      String[] account = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
      StringBuilder options = new StringBuilder();
      String user = decode(account[0]);
      String password = account.length > 1 ? decode(account[1]) : "";
      for (String option : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&", -1)) {
        if (option.startsWith("user=")) {
          user = decode(option.substring("user=".length()));
        } else if (option.startsWith("password=")) {
          password = decode(option.substring("password=".length()));
        } else if (!option.isEmpty()) {
          options.append(options.isEmpty() ? "" : "&").append(option);
        }
      }
      int port = uri.getPort() < 0 ? 5432 : uri.getPort();
      return new DatabaseAddress(
          uri.getHost(), port, path.substring(1), user, password, options.toString());
    } catch (IllegalArgumentException e) {
      throw notAnAddress();
    }
  }

  /** For JDBC, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s%s"
        .formatted(host, port, database, options.isEmpty() ? "" : "?" + options);
  }

  /** For psql and others, with user and password. */
  public String url() {
    return "postgresql://%s:%s@%s:%d/%s%s"
        .formatted(
            encode(user),
            encode(password),
            host,
            port,
            database,
            options.isEmpty() ? "" : "?" + options);
  }

  /** Another database of the same server. */
  public DatabaseAddress withDatabase(String other) {
    return new DatabaseAddress(host, port, other, user, password, options);
  }

  private static LaunchFailure notAnAddress() {
    // The value is not repeated: it may hold a password.
    return new LaunchFailure(
        "DATABASE_URL is no Postgres address. Write it as postgresql://user:password@host:5432/database.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
