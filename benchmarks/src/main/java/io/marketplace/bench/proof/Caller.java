package io.marketplace.bench.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.wire.Directive;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Calls gateways as an application does. Thread-safe. */
final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int CHUNKS = 3;
  private static final int GAP_MILLIS = 2;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final AtomicLong numbers = new AtomicLong();
  private final String alias;
  private final String workflow;

  /** Calls {@code alias}; the calls are booked under {@code workflow}. */
  Caller(String alias, String workflow) {
    this.alias = alias;
    this.workflow = workflow;
  }

  /** A small chat. */
  Reply chat(URI gateway, String key, boolean streamed, int delayMillis) {
    Directive directive = new Directive(numbers.incrementAndGet(), CHUNKS, GAP_MILLIS, delayMillis);
    String body =
        "{\"model\":\"%s\",\"max_tokens\":16,\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(alias, streamed, directive.render());
    return send(
        request(gateway, "/v1/chat/completions", key)
            .header("Content-Type", "application/json")
            .header("Marketplace-Workflow", workflow)
            .POST(BodyPublishers.ofString(body))
            .build(),
        streamed);
  }

  /** The list of models: whether the key opens the gateway, at no cost. */
  Reply models(URI gateway, String key) {
    return send(request(gateway, "/v1/models", key).GET().build(), false);
  }

  /** Whether the gateway says that it is ready. */
  boolean ready(URI gateway) {
    return send(request(gateway, "/health/ready", "").GET().build(), false).status() == 200;
  }

  private static HttpRequest.Builder request(URI gateway, String path, String key) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + key);
  }

  private Reply send(HttpRequest request, boolean streamed) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      String id = answer.headers().firstValue("Marketplace-Request-Id").orElse("");
      if (answer.statusCode() != 200) {
        return new Reply(answer.statusCode(), id, code(answer.body()), 0);
      }
      if (streamed && !answer.body().contains("data: [DONE]")) {
        return Reply.NONE;
      }
      long cost =
          answer
              .headers()
              .firstValue("Marketplace-Cost-Usd")
              .map(usd -> new BigDecimal(usd).movePointRight(9).longValueExact())
              .orElse(0L);
      return new Reply(200, id, "", cost);
    } catch (IOException e) {
      return Reply.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  private static String code(String body) {
    try {
      return JSON.readTree(body).path("error").path("code").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
