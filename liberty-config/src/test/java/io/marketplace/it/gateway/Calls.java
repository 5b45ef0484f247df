package io.marketplace.it.gateway;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.marketplace.it.control.Started;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls of the gateway: through OpenAI's own client, and byte for byte. */
final class Calls {
  static final String REQUEST_ID = "Marketplace-Request-Id";
  static final String COST = "Marketplace-Cost-Usd";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** One pool of connections for all, so that a call that spoils its connection is noticed. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Calls() {}

  /** OpenAI's client, which repeats nothing, so that one call is one call. */
  static OpenAIClient openAi(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(Started.variable("OPENAI_BASE_URL"))
        .apiKey(key)
        .maxRetries(0)
        .timeout(LIMIT)
        .build();
  }

  static HttpResponse<String> post(String key, String path, String body, String... headers) {
    return post(key, path, BodyPublishers.ofString(body), BodyHandlers.ofString(), headers);
  }

  /** The answer as it comes. */
  static HttpResponse<InputStream> stream(String key, String path, String body) {
    return post(key, path, BodyPublishers.ofString(body), BodyHandlers.ofInputStream());
  }

  static <T> HttpResponse<T> post(
      String key, String path, BodyPublisher body, BodyHandler<T> handler, String... headers) {
    HttpRequest.Builder request = request(key, path).POST(body);
    request.header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build(), handler);
  }

  static HttpResponse<String> get(String key, String path) {
    return send(request(key, path).GET().build(), BodyHandlers.ofString());
  }

  /** A small chat with an alias. */
  static HttpResponse<String> chat(String key, String alias, String text, String... headers) {
    return post(key, "/v1/chat/completions", chatBody(alias, text, ""), headers);
  }

  /** {@code more} are further fields, each with a comma before it. */
  static String chatBody(String alias, String text, String more) {
    return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}],\"max_tokens\":8%s}"
        .formatted(alias, text, more);
  }

  static String requestId(HttpResponse<?> response) {
    return response.headers().firstValue(REQUEST_ID).orElse("no request id");
  }

  private static HttpRequest.Builder request(String key, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Started.gateway(path))).timeout(LIMIT);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return request;
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
