package io.marketplace.builtin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small JSON server on loopback; a virtual thread for each exchange. */
public final class JsonServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JsonServer.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Endpoint> gets;
  private final Map<String, Endpoint> posts;

  private JsonServer(
      HttpServer server,
      ExecutorService threads,
      Map<String, Endpoint> gets,
      Map<String, Endpoint> posts) {
    this.server = server;
    this.threads = threads;
    this.gets = gets;
    this.posts = posts;
  }

  /**
   * Opens the port on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param gets endpoints by exact path
   * @param posts endpoints by exact path, disjoint from {@code gets}
   * @throws IOException if the port cannot be opened; its message names the port
   */
  public static JsonServer open(int port, Map<String, Endpoint> gets, Map<String, Endpoint> posts)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException taken) {
      throw new IOException("port " + port + " is taken", taken);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    JsonServer opened = new JsonServer(server, threads, Map.copyOf(gets), Map.copyOf(posts));
    server.setExecutor(threads);
    server.createContext("/", opened::exchange);
    server.start();
    return opened;
  }

  /** The port that is open. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode answer;
      int status = 200;
      try {
        answer = answer(exchange);
      } catch (RequestException refusal) {
        status = refusal.status();
        answer = envelope(refusal);
      } catch (RuntimeException failure) {
        LOG.error("{} failed", exchange.getRequestURI().getPath(), failure);
        status = 500;
        answer = envelope(RequestException.internal());
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private JsonNode answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean get = gets.containsKey(path);
    Endpoint endpoint = get ? gets.get(path) : posts.get(path);
    if (endpoint == null) {
      throw RequestException.unknownPath();
    }
    String allowed = get ? "GET" : "POST";
    String method = exchange.getRequestMethod();
    if (!method.equals(allowed) && !(get && method.equals("HEAD"))) {
      exchange.getResponseHeaders().set("Allow", allowed);
      throw RequestException.wrongMethod(allowed);
    }
    JsonNode request =
        get ? JsonNodeFactory.instance.objectNode() : Body.read(exchange.getRequestBody());
    return endpoint.answer(request);
  }

  private static JsonNode envelope(RequestException refusal) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode error = answer.putObject("error");
    error.put("message", refusal.getMessage());
    error.put("type", refusal.status() < 500 ? "invalid_request_error" : "server_error");
    error.put("param", refusal.field());
    error.put("code", refusal.code());
    return answer;
  }
}
