package io.marketplace.bench.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The marketplace's REST API, asked as the platform's administrator (client credentials). Every
 * call fetches a token of its own: a run outlasts a token's life.
 */
public final class ControlApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int TOKEN_TRIES = 20;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI api;
  private final URI tokens;
  private final String tokenForm;

  private ControlApi(URI api, URI tokens, String tokenForm) {
    this.api = api;
    this.tokens = tokens;
    this.tokenForm = tokenForm;
  }

  /** The API of the marketplace that {@code env} describes. */
  public static ControlApi of(BenchEnv env) {
    return as(env, "ADMIN");
  }

  /** The same as one of the demo's service accounts: ADMIN, DEVELOPER or APPROVER. */
  public static ControlApi as(BenchEnv env, String account) {
    return new ControlApi(
        URI.create(env.uri("PORTAL_URL") + "/api/v1/"),
        URI.create(
            env.uri("KEYCLOAK_URL")
                + "/realms/"
                + env.get("KEYCLOAK_REALM")
                + "/protocol/openid-connect/token"),
        "grant_type=client_credentials&client_id="
            + encode(env.get(account + "_CLIENT_ID"))
            + "&client_secret="
            + encode(env.get(account + "_CLIENT_SECRET")));
  }

  /** Encodes a part of a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** An empty JSON object. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** What stands at {@code path}; empty if nothing does (404). */
  public Optional<JsonNode> find(String path) {
    HttpResponse<String> answer = send(path, HttpRequest.Builder::GET);
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(path, answer));
  }

  /** What stands at {@code path}. */
  public JsonNode get(String path) {
    return read(path, send(path, HttpRequest.Builder::GET));
  }

  /** Makes something of {@code path}. */
  public JsonNode post(String path, JsonNode body) {
    return read(path, send(path, request -> request.POST(json(request, body))));
  }

  /** Writes what stands at {@code path}. */
  public JsonNode put(String path, JsonNode body) {
    return read(path, send(path, request -> request.PUT(json(request, body))));
  }

  /** Takes away what stands at {@code path}. */
  public void delete(String path) {
    read(path, send(path, HttpRequest.Builder::DELETE));
  }

  private static HttpRequest.BodyPublisher json(HttpRequest.Builder request, JsonNode body) {
    request.header("Content-Type", "application/json");
    return BodyPublishers.ofString(body.toString());
  }

  private HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> method) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + token());
    method.accept(request);
    return exchange(request.build());
  }

  private String token() {
    HttpRequest request =
        HttpRequest.newBuilder(tokens)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(tokenForm))
            .build();
    HttpResponse<String> answer = exchange(request);
    for (int again = 0; answer.statusCode() >= 500 && again < TOKEN_TRIES; again++) {
      // Keycloak learns by a failure each that connections went with the database of an outage.
      Pause.millis(500);
      answer = exchange(request);
    }
    return read(tokens.getPath(), answer).path("access_token").asText();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new BenchFailure(request.uri() + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  private static JsonNode read(String path, HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new BenchFailure(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    try {
      return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new BenchFailure(path + " answered something that is not JSON.", e);
    }
  }
}
