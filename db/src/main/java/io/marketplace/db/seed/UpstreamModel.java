package io.marketplace.db.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.db.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Finds which model an attached upstream shall be asked for. */
final class UpstreamModel {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private UpstreamModel() {}

  /**
   * The model of the settings, else the first one the upstream lists.
   *
   * @throws IllegalStateException with a sentence for whoever attached it, if neither is there
   */
  static String of(DemoSettings.Upstream upstream) {
    return upstream.model().orElseGet(() -> first(upstream));
  }

  private static String first(DemoSettings.Upstream upstream) {
    URI base = URI.create(upstream.base().replaceAll("/+$", ""));
    // an address without a path is a server at its root, as the gateway reads it too
    boolean rooted = base.getPath() == null || base.getPath().isEmpty();
    URI models = URI.create(base + (rooted ? "/v1/models" : "/models"));
    HttpRequest.Builder request = HttpRequest.newBuilder(models).timeout(PATIENCE);
    upstream.credential().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer =
          client.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
      JsonNode first = Json.read(answer.body()).path("data").path(0).path("id");
      if (answer.statusCode() == 200 && first.isTextual()) {
        return first.asText();
      }
      throw unnamed("it answered " + answer.statusCode() + " to GET " + models);
    } catch (IOException e) {
      throw unnamed("GET " + models + " failed: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unnamed("the set-up was interrupted");
    }
  }

  private static IllegalStateException unnamed(String why) {
    return new IllegalStateException(
        "The attached upstream names no model (" + why + "). Set UPSTREAM_MODEL.");
  }
}
