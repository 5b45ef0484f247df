package io.marketplace.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.ControlApi;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Routing;
import io.marketplace.it.control.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must never be written down is looked for where things are written down. */
class CanaryIT {

  @Test
  void promptsKeysAndCredentialsStandInNoLogAndNoMetric() throws Exception {
    String prompt = Access.fresh("canary-prompt");
    String credential = Access.fresh("canary-credential");
    IssuedKey key = Access.granted("utility", "embedding", "reranker");
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        Routing routing = new Routing("it-canary", "utility")) {
      ControlApi.as(Caller.ADMIN)
          .body(Map.of("secret", credential))
          .post("/providers/{id}/credentials", routing.provider())
          .then()
          .statusCode(204);
      upstream.script(
          exchange -> {
            throw new IOException("broken on purpose");
          });
      routing.route(routing.pool(upstream.address()));
      call(key.secret(), prompt, routing.alias());
    }
    Set<String> canaries = Set.of(prompt, credential, key.secret());
    for (String url : List.of(Started.gateway("/metrics"), Started.portal("/metrics"))) {
      assertSilent(url, read(url), canaries);
    }
    try (Stream<Path> files =
        Files.walk(Path.of(Started.variable("MARKETPLACE_HOME")).resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertSilent(
            file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1), canaries);
      }
    }
  }

  /** Calls that are answered, refused, malformed and broken, all with the prompt in them. */
  private static void call(String key, String prompt, String broken) {
    HttpResponse<String> answered = Calls.chat(key, "utility", prompt);
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    Calls.post(key, "/v1/embeddings", "{\"model\":\"embedding\",\"input\":\"" + prompt + "\"}");
    Calls.post(
        key,
        "/v1/rerank",
        "{\"model\":\"reranker\",\"query\":\"%s\",\"documents\":[\"%s\"]}"
            .formatted(prompt, prompt));
    Calls.chat(key, "none-such", prompt);
    Calls.chat(key, "vision", prompt);
    Calls.post(key, "/v1/chat/completions", "{\"model\":\"utility\",\"messages\":[\"" + prompt);
    Calls.post(
        key, "/v1/chat/completions", "{\"model\":\"utility\",\"messages\":[\"" + prompt + "\"]}");
    Ledger.row(Calls.requestId(Calls.chat(key, broken, prompt)));
  }

  private static void assertSilent(String where, String text, Set<String> canaries) {
    assertThat(text).as(where).isNotNull();
    for (String canary : canaries) {
      // The canary itself must not get into the test's own report.
      assertThat(text.contains(canary)).as("%s holds a canary", where).isFalse();
    }
  }

  private static String read(String url) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(url).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
