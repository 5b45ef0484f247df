package io.marketplace.it.gateway;

import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.marketplace.it.control.Started;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests are refused in words, and the next request on the connection is answered. */
class BadInputIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String INVALID = "invalid_request_error";

  @AfterEach
  void theNextRequestIsAnswered() {
    HttpResponse<String> next =
        Calls.post(Started.key(), "/v1/embeddings", "{\"model\":\"embedding\",\"input\":\"hi\"}");
    assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
  }

  private static Arguments field(String more, String param) {
    return arguments(
        Calls.chatBody("utility", "hi", "," + more).replace(",\"max_tokens\":8", ""), param);
  }

  private static Arguments body(String body, String param) {
    return arguments(body, param);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        body("", ""),
        body("{", ""),
        body("[]", ""),
        body("null", ""),
        body("\"text\"", ""),
        body("{\"model\":\"utility\",\"messages\":[{\"role\":\"user\"}]", ""),
        body("{\"model\":\"utility\"} trailing", ""),
        body("{\"model\":5,\"messages\":[]}", "model"),
        body("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}", "model"),
        body("{\"model\":\"\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}", "model"),
        body("{\"model\":\"utility\"}", "messages"),
        body("{\"model\":\"utility\",\"messages\":\"hi\"}", "messages"),
        body("{\"model\":\"utility\",\"messages\":[]}", "messages"),
        body("{\"model\":\"utility\",\"model\":\"vision\",\"messages\":[{}]}", "model"),
        body("[".repeat(5_000), ""),
        body("{\"model\":\"utility\",\"x\":" + "[".repeat(5_000), ""),
        field("\"max_tokens\":-1", "max_tokens"),
        field("\"max_tokens\":\"8\"", "max_tokens"),
        field("\"max_tokens\":1.5", "max_tokens"),
        field("\"max_tokens\":NaN", ""),
        field("\"max_tokens\":Infinity", ""),
        field("\"max_tokens\":99999999999999999999999999", "max_tokens"),
        field("\"max_completion_tokens\":-5", "max_completion_tokens"),
        field("\"n\":0", "n"),
        field("\"n\":1000000", "n"),
        field("\"temperature\":\"hot\"", "temperature"),
        field("\"temperature\":-1", "temperature"),
        field("\"top_p\":1e999", "top_p"),
        field("\"stream\":\"yes\"", "stream"),
        field("\"stream\":true,\"stream_options\":5", "stream_options"),
        field("\"metadata\":7", "metadata"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyAtFaultIsNamed(String body, String param) {
    HttpResponse<String> answer = Calls.post(Started.key(), CHAT, body);
    Map<String, Object> error = assertProblem(answer, 400, INVALID);
    if (!param.isEmpty()) {
      assertThat(error.get("param")).isEqualTo(param);
    }
    assertThat(answer.headers().firstValue(Calls.REQUEST_ID)).isPresent();
  }

  @Test
  void otherOperationsCheckTheirFieldsToo() {
    assertProblem(
        Calls.post(Started.key(), "/v1/embeddings", "{\"model\":\"embedding\"}"), 400, INVALID);
    assertProblem(
        Calls.post(Started.key(), "/v1/embeddings", "{\"model\":\"embedding\",\"input\":5}"),
        400,
        INVALID);
    assertProblem(
        Calls.post(
            Started.key(),
            "/v1/rerank",
            "{\"model\":\"reranker\",\"query\":5,\"documents\":[\"a\"]}"),
        400,
        INVALID);
    assertProblem(
        Calls.post(
            Started.key(),
            "/v2/rerank",
            "{\"model\":\"reranker\",\"query\":\"q\",\"documents\":[]}"),
        400,
        INVALID);
  }

  @Test
  void tenMegabytesAreTooMuch() {
    String body = Calls.chatBody("utility", "x".repeat(10 * 1024 * 1024), "");
    assertProblem(Calls.post(Started.key(), CHAT, body), 413, "request_too_large");
  }

  @Test
  void tenMegabytesOfUnknownLengthAreTooMuch() {
    byte[] body =
        Calls.chatBody("utility", "x".repeat(10 * 1024 * 1024), "")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        Calls.post(
            Started.key(),
            CHAT,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            BodyHandlers.ofString());
    assertProblem(answer, 413, "request_too_large");
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] body = Calls.chatBody("utility", "caf#", "").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '#' ? (byte) 0xe9 : body[i];
    }
    HttpResponse<String> answer =
        Calls.post(Started.key(), CHAT, BodyPublishers.ofByteArray(body), BodyHandlers.ofString());
    assertProblem(answer, 400, INVALID);
  }

  @Test
  void overLongHeadersAreRefused() {
    for (int length : new int[] {201, 9_000, 40_000, 100_000}) {
      Map<String, Object> error =
          assertProblem(
              Calls.chat(Started.key(), "utility", "hi", "Marketplace-Agent", "a".repeat(length)),
              400,
              INVALID);
      assertThat(error.get("param")).isEqualTo("Marketplace-Agent");
    }
    HttpResponse<String> beyond =
        Calls.chat(Started.key(), "utility", "hi", "Marketplace-Agent", "a".repeat(140_000));
    assertThat(beyond.statusCode()).isBetween(400, 431);
    assertThat(beyond.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void headersThatMeanNothingAreNamed() {
    for (String[] header :
        new String[][] {
          {"Marketplace-Deadline-Ms", "-1"},
          {"Marketplace-Deadline-Ms", "soon"},
          {"Marketplace-Sensitivity", "very"}
        }) {
      Map<String, Object> error =
          assertProblem(
              Calls.chat(Started.key(), "utility", "hi", header[0], header[1]), 400, INVALID);
      assertThat(error.get("param")).isEqualTo(header[0]);
    }
  }

  @Test
  void unknownAddressesAndMethodsAreToldInTheEnvelope() {
    assertProblem(Calls.get(Started.key(), "/v1/nothing"), 404, "not_found");
    assertProblem(Calls.get(Started.key(), "/v1/requests/nonsense/explain"), 404, "not_found");
    assertProblem(Calls.get(Started.key(), CHAT), 400, INVALID);
  }
}
