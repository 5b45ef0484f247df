package io.marketplace.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

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

  @Test
  void likeMeaningsAreNearer() throws Exception {
    JsonNode data =
        embed(
            "[\"That is a happy person\",\"That is a very happy person\",\"Today is a sunny day\"]");
    float[] happy = vector(data.get(0));
    // 0.943 and 0.257 with the float model on its card; int8 is near that.
    assertThat(cosine(happy, vector(data.get(1)))).isCloseTo(0.943, within(0.03));
    assertThat(cosine(happy, vector(data.get(2)))).isCloseTo(0.257, within(0.06));
    assertThat(cosine(happy, happy)).isCloseTo(1, within(1e-5));
  }

  @Test
  void aTextHasTheSameVectorAloneAndAmongOthers() throws Exception {
    JsonNode alone = embed("\"a refund for my order\"").get(0).get("embedding");
    String others = "\"" + "words ".repeat(300) + "\"";
    JsonNode among = embed("[" + others + ",\"a refund for my order\",\"x\"]");
    assertThat(among.get(1).get("index").intValue()).isEqualTo(1);
    assertThat(among.get(1).get("embedding")).isEqualTo(alone);
  }

  @Test
  void base64CarriesTheSameFloats() throws Exception {
    float[] numbers = vector(embed("\"hello\"").get(0));
    var answer =
        client.post(
            "/v1/embeddings",
            "{\"model\":\"all-minilm-l6-v2\",\"input\":\"hello\",\"encoding_format\":\"base64\"}");
    byte[] bytes = Base64.getDecoder().decode(answer.body().at("/data/0/embedding").textValue());
    float[] decoded = new float[384];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(decoded);
    assertThat(decoded).isEqualTo(numbers);
  }

  @Test
  void usageCountsWordPiecesAndStopsAtTheCut() throws Exception {
    Map<String, Integer> expected =
        Map.of("hello", 3, "\\u0000", 2, "\uD83D\uDE00", 3, "word ".repeat(9000), 256);
    for (var text : expected.entrySet()) {
      var answer = client.post("/v1/embeddings", request("\"" + text.getKey() + "\""));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().at("/usage/prompt_tokens").intValue()).isEqualTo(text.getValue());
      assertThat(answer.body().at("/usage/total_tokens").intValue()).isEqualTo(text.getValue());
    }
  }

  @Test
  void withoutTheRerankerItSaysSo() throws Exception {
    var answer = client.post("/v2/rerank", "{\"query\":\"q\",\"documents\":[\"d\"]}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("model_not_installed");
    assertThat(client.get("/health").body().get("reranker").textValue()).isEqualTo("not installed");
    assertThat(client.get("/v1/models").body().get("data")).hasSize(1);
  }

  private static JsonNode embed(String input) throws Exception {
    var answer = client.post("/v1/embeddings", request(input));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().get("data");
  }

  private static String request(String input) {
    return "{\"model\":\"all-minilm-l6-v2\",\"input\":" + input + "}";
  }

  private static float[] vector(JsonNode item) {
    float[] vector = new float[item.get("embedding").size()];
    for (int at = 0; at < vector.length; at++) {
      vector[at] = item.get("embedding").get(at).floatValue();
    }
    assertThat(vector).hasSize(384);
    return vector;
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    for (int at = 0; at < one.length; at++) {
      product += one[at] * other[at];
    }
    return product;
  }
}
