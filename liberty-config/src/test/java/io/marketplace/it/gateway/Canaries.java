package io.marketplace.it.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Started;
import io.marketplace.launcher.home.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Texts that must not be written down, and a search of every place where things are. */
final class Canaries {

  /** Rows are looked for by {@link #inDatabase}; programs are as they were fetched. */
  private static final Set<Path> ELSEWHERE = Set.of(Path.of("postgres"), Path.of("runtimes"));

  private final Map<String, List<String>> forms = new LinkedHashMap<>();

  /** Adds one; it is looked for as it is, in hexadecimal and in base64. */
  void add(String name, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // The last characters depend on what follows.
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    forms.put(
        name,
        List.of(text, HexFormat.of().formatHex(bytes), base64.substring(0, base64.length() - 3)));
  }

  /** That none of them, or of those named, stands in {@code text}. */
  void silent(String where, String text, String... names) {
    forms.forEach(
        (name, looks) -> {
          if (names.length == 0 || List.of(names).contains(name)) {
            // The canary itself must not get into the test's own report.
            assertThat(looks.stream().anyMatch(text::contains))
                .as("%s holds the %s", where, name)
                .isFalse();
          }
        });
  }

  /**
   * Logs, dumps, journals, snapshots: everything below the state folder.
   *
   * @param label what must stand there, so that it is known to be searched
   */
  void inFiles(String label) throws IOException {
    boolean found = false;
    Path home = Path.of(Started.variable("MARKETPLACE_HOME"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(home)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !ELSEWHERE.contains(home.relativize(file).getName(0)))
              .toList();
    }
    assertThat(files).anyMatch(file -> file.endsWith("gateway.log"));
    assertThat(files).anyMatch(file -> file.toString().endsWith(".journal"));
    for (Path file : files) {
      String content = content(file);
      silent(file.toString(), content);
      found |= content.contains(label);
    }
    assertThat(found).as("a label that is kept").isTrue();
  }

  private static String content(Path file) throws IOException {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (NoSuchFileException e) {
      // Servers drop files of their own while they run.
      return "";
    }
  }

  /**
   * Every row of every table.
   *
   * @param label what must stand there, so that it is known to be searched
   */
  void inDatabase(String label) throws SQLException {
    boolean found = false;
    DatabaseAddress address = DatabaseAddress.parse(Started.variable("DATABASE_URL"));
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              """
              select format('%I.%I', schemaname, tablename) from pg_tables
              where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_temp'
              """)) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      assertThat(tables).contains("marketplace.usage_row", "marketplace.audit_event");
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("select t::text from only " + table + " t")) {
          while (rows.next()) {
            silent("a row of " + table, rows.getString(1));
            found |= rows.getString(1).contains(label);
          }
        }
      }
      assertThat(found).as("a label that is kept").isTrue();
    }
  }

  /** The metrics of both servers. */
  void inMetrics() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String url : List.of(Started.gateway("/metrics"), Started.portal("/metrics"))) {
        var answer =
            client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        silent(url, answer.body());
      }
    }
  }
}
