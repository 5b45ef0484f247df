package io.marketplace.bench.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's token endpoint and as much of the REST API as the bench uses. */
final class FakePortal implements AutoCloseable {

  final List<String> calls = new ArrayList<>();
  String route =
      "{\"alias\":\"utility\",\"version\":3,\"candidates\":[{\"poolId\":\"p0\"}],\"fallback\":[]}";
  private final HttpServer server;

  FakePortal() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  BenchEnv env(Path home) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    return BenchEnv.read(
        Map.of(
            "MARKETPLACE_HOME",
            home.toString(),
            "PORTAL_URL",
            base,
            "KEYCLOAK_URL",
            base,
            "KEYCLOAK_REALM",
            "marketplace",
            "ADMIN_CLIENT_ID",
            "marketplace-admin",
            "ADMIN_CLIENT_SECRET",
            "secret"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path;
    int status = 200;
    String answer;
    switch (call) {
      case "POST /realms/marketplace/protocol/openid-connect/token" ->
          answer = "{\"access_token\":\"t\"}";
      case "GET /api/v1/providers" -> answer = "{\"items\":[{\"id\":\"x\",\"name\":\"other\"}]}";
      case "POST /api/v1/providers" -> answer = "{\"id\":\"v1\"}";
      case "POST /api/v1/pools" -> answer = "{\"id\":\"p1\"}";
      case "GET /api/v1/routes/utility" -> answer = route;
      case "PUT /api/v1/routes/utility" -> answer = route = body;
      case "DELETE /api/v1/pools/p1" -> answer = "";
      case "GET /api/v1/usage" -> answer = usage(exchange.getRequestURI().getQuery());
      default -> {
        status = 404;
        answer = "{\"title\":\"not found\"}";
      }
    }
    if (path.startsWith("/api/")) {
      calls.add(call + (body.isEmpty() ? "" : " " + body));
      if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        status = 401;
      }
    }
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String usage(String query) {
    return query.contains("cursor=c2")
        ? "{\"items\":[{\"group\":{\"workflow\":\"bench-1\"},\"requests\":2}],\"next\":null}"
        : "{\"items\":[{\"group\":{\"workflow\":\"bench-1\"},\"requests\":40},"
            + "{\"group\":{\"workflow\":\"other\"},\"requests\":9}],\"next\":\"c2\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
