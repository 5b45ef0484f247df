package io.marketplace.bench.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockUpstreamTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockUpstream mock = MockUpstream.start(0, 1);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    mock.close();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(mock.base().resolve(path))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void echoesTheIdAndReportsUsage() throws Exception {
    HttpResponse<String> answer =
        post("/v1/chat/completions", "{\"messages\":[{\"content\":\"[[0000000007]]\"}]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = JSON.readTree(answer.body());
    assertThat(json.at("/choices/0/message/content").asText()).startsWith("echo 0000000007: ");
    assertThat(json.at("/usage/prompt_tokens").asInt()).isEqualTo(Answers.PROMPT_TOKENS);
    assertThat(json.at("/usage/completion_tokens").asInt()).isEqualTo(Answers.COMPLETION_TOKENS);
  }

  @Test
  void streamsChunksUsageAndDone() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/chat/completions",
            "{\"stream\": true,\"messages\":[{\"content\":\"[[1;chunks=3;gap=1;delay=0]]\"}]}");
    assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
    String[] events = answer.body().split("\n\n");
    assertThat(events).hasSize(6).allMatch(event -> event.startsWith("data: "));
    for (int i = 0; i < 5; i++) {
      JsonNode chunk = JSON.readTree(events[i].substring(6));
      assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
    }
    assertThat(JSON.readTree(events[4].substring(6)).at("/usage/total_tokens").asInt())
        .isPositive();
    assertThat(events[5]).isEqualTo("data: [DONE]");
  }

  @Test
  void embedsEachInputByItsTextAlone() throws Exception {
    HttpResponse<String> answer =
        post("/v1/embeddings", "{\"model\":\"m\",\"input\":[\"one\",\"two\",\"one\"]}");
    JsonNode data = JSON.readTree(answer.body()).path("data");
    assertThat(data).hasSize(3);
    assertThat(data.get(0).path("embedding")).hasSize(Embeddings.DIMENSIONS);
    assertThat(data.get(0).path("embedding")).isEqualTo(data.get(2).path("embedding"));
    assertThat(data.get(0).path("embedding")).isNotEqualTo(data.get(1).path("embedding"));
  }

  @Test
  void refusesWhatItDoesNotServe() throws Exception {
    assertThat(post("/v1/images", "{}").statusCode()).isEqualTo(404);
    assertThat(post("/v1/embeddings", "no json").statusCode()).isEqualTo(400);
  }
}
