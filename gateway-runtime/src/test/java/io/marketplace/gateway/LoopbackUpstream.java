package io.marketplace.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.marketplace.gateway.pause.Pause;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider on a loopback port that behaves as the last message of the prompt says. */
final class LoopbackUpstream implements AutoCloseable {
  static final String CHUNK = "data: {\"choices\":[{\"delta\":{\"content\":\"t\"}}]}\n\n";
  static final String DONE = "data: [DONE]\n\n";
  static final String PLAIN =
      "{\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":3}}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Behaves as if every prompt were this, unless it is empty. */
  volatile String always = "";

  final CountDownLatch clientLeft = new CountDownLatch(1);

  LoopbackUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handle(exchange);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    bodies.add(body);
    body = always.isEmpty() ? body : always;
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    if (body.contains("STATUS")) {
      int at = body.indexOf("STATUS") + 6;
      byte[] why = "{\"error\":{\"message\":\"no good\"}}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Retry-After", "7");
      exchange.sendResponseHeaders(Integer.parseInt(body.substring(at, at + 3)), why.length);
      exchange.getResponseBody().write(why);
    } else if (body.contains("HANG")) {
      Pause.millis(5_000);
    } else if (body.contains("SLOWLY")) {
      slowly(exchange);
    } else if (body.contains("QUOTES")) {
      quote(exchange, body.contains("\"stream\":true"));
    } else if (body.contains("\"stream\":true")) {
      stream(exchange, body);
    } else {
      byte[] answer = plain(body).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Blanks while it works, as some providers send them. */
  private static void slowly(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < 6; i++) {
      Pause.millis(150);
      send(exchange.getResponseBody(), "\n");
    }
    send(exchange.getResponseBody(), PLAIN);
  }

  /** Says what it was called with, in two writes each time, in the middle of an answer. */
  private static void quote(HttpExchange exchange, boolean stream) throws IOException {
    String called = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    exchange
        .getResponseHeaders()
        .set("Content-Type", stream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    String said =
        stream ? CHUNK.replace("t\"}", called + "\"}") : PLAIN.replace("\"m\"", '"' + called + '"');
    int middle = said.indexOf(called) + called.length() - 5;
    if (stream) {
      send(out, CHUNK);
    }
    send(out, said.substring(0, middle));
    Pause.millis(50);
    send(out, said.substring(middle));
    if (stream) {
      send(out, "data: {\"error\":{\"message\":\"%s is wrong\"}}\n\n".formatted(called));
      send(out, DONE);
    }
  }

  private static String plain(String body) {
    String text = "{\"choices\":[{\"message\":{\"content\":\"one two three\"}}]%s}";
    if (body.contains("SILENT")) {
      return text.formatted("");
    }
    if (body.contains("NEGATIVE")) {
      return text.formatted(",\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":3}");
    }
    if (body.contains("PARTS")) {
      return text.formatted(
          ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":3,"
              + "\"prompt_tokens_details\":{\"cached_tokens\":4},"
              + "\"completion_tokens_details\":{\"reasoning_tokens\":2}}");
    }
    if (body.contains("ABOVE")) {
      return text.formatted(",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":1000000}");
    }
    return PLAIN;
  }

  private void stream(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    if (body.contains("EMPTY")) {
      return;
    }
    int chunks = body.contains("ENDLESS") ? 10_000 : 3;
    for (int i = 0; i < chunks; i++) {
      try {
        send(out, CHUNK);
      } catch (IOException e) {
        clientLeft.countDown();
        throw e;
      }
      if (body.contains("STALL")) {
        Pause.millis(5_000);
      }
      if (body.contains("ENDLESS")) {
        Pause.millis(5);
      }
    }
    if (body.contains("BREAK")) {
      send(out, "data: {\"choi");
      return;
    }
    if (body.contains("include_usage")) {
      send(
          out,
          "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":5}}\n\n");
    }
    send(out, DONE);
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
