package io.marketplace.names.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Names out of the catalogue: asked for, kept, and what happens without it. */
class CatalogueTest {
  private static final String CARD =
      "{\"items\":[{\"name\":\"Nightjar 2 Large\",\"alias\":\"reasoning\",\"card\":\"nightjar-2-large\"}],\"next\":null}";

  @TempDir private Path folder;
  private HttpServer server;
  private final List<Integer> statuses = new ArrayList<>();
  private String answer = CARD;
  private int refusal;
  private boolean stalled;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/model-names", this::names);
    server.createContext(
        "/token",
        exchange -> {
          String asked = exchange.getRequestHeaders().getFirst("Authorization");
          // check:secret
          send(
              exchange,
              "Basic Y2hlY2s6c2VjcmV0".equals(asked) ? 200 : 401,
              "{\"access_token\":\"good\"}");
        });
    server.start();
    Files.writeString(
        Files.createDirectories(folder.resolve("src")).resolve("a.py"), "x = 'nightjar-2-large'\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void names(HttpExchange exchange) throws IOException {
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (stalled) {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().flush(); // and nothing more
    } else if (refusal > 0) {
      send(exchange, refusal, "");
    } else if (!token.equals("Bearer good")) {
      send(exchange, 401, "");
    } else if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, 304, "");
    } else {
      exchange.getResponseHeaders().add("ETag", "\"1\"");
      send(exchange, 200, answer);
    }
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    statuses.add(status);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Program check(Map<String, String> more, String... words) {
    Map<String, String> environment = new HashMap<>();
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    String base =
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort();
    environment.put("MODEL_NAMES_URL", base + "/api/v1/model-names");
    environment.put("MODEL_NAMES_TOKEN_URL", base + "/token");
    environment.putAll(more);
    List<String> all = new ArrayList<>(List.of(words));
    all.add(folder.resolve("src").toString());
    return new Program(environment, all.toArray(String[]::new));
  }

  @Test
  void aNewCardIsFoundKeptAndAskedForByItsTag() {
    Map<String, String> token = Map.of("MODEL_NAMES_TOKEN", "good");
    assertThat(check(token).out()).contains("use the alias \"reasoning\"");
    assertThat(check(token).exit()).isOne();
    assertThat(statuses).containsExactly(200, 304);

    refusal = 503;
    Program cut = check(token);
    assertThat(cut.exit()).isOne();
    assertThat(cut.err()).contains("last answer");
  }

  @Test
  void anUnreachableCatalogueLeavesTheListInTheJar() {
    refusal = 503;

    Program done = check(Map.of("MODEL_NAMES_TOKEN", "good"));

    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("the catalogue cannot be reached");
  }

  @Test
  @Timeout(30)
  void anAnswerThatStopsHalfWayIsNotWaitedForForEver() {
    stalled = true;

    Program done = check(Map.of("MODEL_NAMES_TOKEN", "good"));

    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("the catalogue cannot be reached");
  }

  @Test
  void aRefusalIsSaidRatherThanPassedOver() {
    Program done = check(Map.of("MODEL_NAMES_TOKEN", "stale"));

    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("answers 401");
  }

  @Test
  void clientCredentialsGetAToken() {
    Map<String, String> client = Map.of("MODEL_NAMES_CLIENT_ID", "check");
    Map<String, String> right = new HashMap<>(client);
    right.put("MODEL_NAMES_CLIENT_SECRET", "secret");

    assertThat(check(right).exit()).isOne();
    assertThat(check(client).exit()).isEqualTo(2);
  }

  @Test
  void nonsenseIsNoAnswer() {
    answer = "<html>";

    Program done = check(Map.of("MODEL_NAMES_TOKEN", "good"));

    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("not a list of names");
    assertThat(check(Map.of(), "--offline").exit()).isZero();
    assertThat(check(Map.of(), "--names", "nowhere").exit()).isEqualTo(2);
  }
}
