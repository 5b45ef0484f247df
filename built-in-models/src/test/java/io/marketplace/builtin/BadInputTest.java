package io.marketplace.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final String MODEL = "\"model\":\"all-minilm-l6-v2\"";

  private static ModelServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    server = ModelServer.start(new Settings(0, Optional.empty(), Optional.empty()));
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"a\":NaN}", "not json"})
  void bodiesThatAreNoObject(String body) throws Exception {
    var answer = client.post("/v1/embeddings", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request_error");
    assertThat(answer.field()).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "input           | ",
        "input           | ,\"input\":null",
        "input           | ,\"input\":7",
        "input           | ,\"input\":{\"text\":\"a\"}",
        "input           | ,\"input\":\"\"",
        "input           | ,\"input\":\"  \"",
        "input           | ,\"input\":[]",
        "input           | ,\"input\":[\"a\",\"\"]",
        "input           | ,\"input\":[\"a\",null]",
        "input           | ,\"input\":[1,2,3]",
        "input           | ,\"input\":[[1,2],[3]]",
        "input           | ,\"input\":\"\\ud800\"",
        "input           | ,\"input\":\"\\udc00\\ud800\"",
        "dimensions      | ,\"input\":\"a\",\"dimensions\":256",
        "dimensions      | ,\"input\":\"a\",\"dimensions\":-384",
        "dimensions      | ,\"input\":\"a\",\"dimensions\":\"384\"",
        "dimensions      | ,\"input\":\"a\",\"dimensions\":1e99",
        "encoding_format | ,\"input\":\"a\",\"encoding_format\":\"int8\"",
        "encoding_format | ,\"input\":\"a\",\"encoding_format\":1",
      })
  void fieldsThatAreWrong(String field, String rest) throws Exception {
    var answer = client.post("/v1/embeddings", "{" + MODEL + (rest == null ? "" : rest) + "}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void tooManyTexts() throws Exception {
    String texts = "\"a\",".repeat(2048) + "\"a\"";
    var answer = client.post("/v1/embeddings", "{" + MODEL + ",\"input\":[" + texts + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/error/message").asText()).contains("2048");
  }

  @Test
  void anotherModel() throws Exception {
    var answer = client.post("/v1/embeddings", "{\"model\":\"other\",\"input\":\"a\"}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("model_not_found");
  }

  @Test
  void invalidUtf8() throws Exception {
    byte[] body = ("{" + MODEL + ",\"input\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(client.post("/v1/embeddings", body).status()).isEqualTo(400);
    byte[] utf16 = "{\"input\":\"a\"}".getBytes(StandardCharsets.UTF_16);
    assertThat(client.post("/v1/embeddings", utf16).status()).isEqualTo(400);
  }

  @Test
  void tenMegabytes() throws Exception {
    String body = "{" + MODEL + ",\"input\":\"" + "a".repeat(10_000_000) + "\"}";
    var answer = client.post("/v1/embeddings", body);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("request_too_large");
  }

  @Test
  void deepNesting() throws Exception {
    assertThat(client.post("/v1/embeddings", "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "POST, /v1/embeddings/, 404",
    "GET, /v1/embeddings, 405",
    "DELETE, /v1/rerank, 405",
    "POST, /health, 405"
  })
  void pathsAndMethods(String method, String path, int status) throws Exception {
    var answer = client.send(method, path, new byte[0]);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().at("/error/message").asText()).isNotEmpty();
  }
}
