package io.marketplace.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Needs the unpacked model: {@code -Dbuiltin.reranker.dir=…} on the build's command line includes
 * this test, and then a missing file fails it.
 */
@Tag("reranker")
class RerankTest {

  private static final String BERLIN =
      "Berlin had a population of 3,520,031 registered inhabitants in an area of 891.82 square"
          + " kilometers.";
  private static final String MUSEUMS = "Berlin is well known for its museums.";

  private static ModelServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    String folder = Objects.requireNonNull(System.getProperty("builtin.reranker.dir"));
    server = ModelServer.start(new Settings(0, Optional.of(Path.of(folder)), Optional.empty()));
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theAnswerComesFirst() throws Exception {
    JsonNode answer = rerank(",\"documents\":[\"" + MUSEUMS + "\",{\"text\":\"" + BERLIN + "\"}]");
    JsonNode results = answer.get("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("index").intValue()).isEqualTo(1);
    assertThat(results.get(0).get("relevance_score").doubleValue()).isCloseTo(1, within(0.01));
    assertThat(results.get(1).get("index").intValue()).isZero();
    assertThat(results.get(1).get("relevance_score").doubleValue()).isLessThan(0.1);
    assertThat(results.get(0).has("document")).isFalse();
    assertThat(answer.at("/meta/billed_units/search_units").intValue()).isEqualTo(1);
    assertThat(answer.at("/usage/total_tokens").intValue())
        .isEqualTo(answer.at("/usage/prompt_tokens").intValue())
        .isBetween(40, 80);
  }

  @Test
  void topAndDocuments() throws Exception {
    JsonNode results =
        rerank(
                ",\"top_n\":1,\"return_documents\":true,\"documents\":[\""
                    + MUSEUMS
                    + "\",\""
                    + BERLIN
                    + "\"]")
            .get("results");
    assertThat(results).hasSize(1);
    assertThat(results.at("/0/document/text").textValue()).isEqualTo(BERLIN);
  }

  @Test
  void longDocumentsAreCut() throws Exception {
    String text = "word ".repeat(5000);
    JsonNode answer = rerank(",\"documents\":[\"" + text + "\"]");
    assertThat(answer.at("/usage/prompt_tokens").intValue()).isEqualTo(512);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "documents        | ",
        "documents        | ,\"documents\":[]",
        "documents        | ,\"documents\":\"text\"",
        "documents        | ,\"documents\":[1]",
        "documents        | ,\"documents\":[{\"title\":\"t\"}]",
        "top_n            | ,\"documents\":[\"d\"],\"top_n\":0",
        "top_n            | ,\"documents\":[\"d\"],\"top_n\":-1",
        "top_n            | ,\"documents\":[\"d\"],\"top_n\":1.5",
        "return_documents | ,\"documents\":[\"d\"],\"return_documents\":\"yes\"",
      })
  void fieldsThatAreWrong(String field, String rest) throws Exception {
    var answer = client.post("/v1/rerank", request(rest == null ? "" : rest));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void healthKnowsIt() throws Exception {
    assertThat(client.get("/health").body().get("reranker").textValue()).isEqualTo("ready");
    assertThat(client.get("/v1/models").body().get("data")).hasSize(2);
  }

  private static JsonNode rerank(String rest) throws Exception {
    var answer = client.post("/v2/rerank", request(rest));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String request(String rest) {
    return "{\"model\":\"ms-marco-minilm-l-12-v2\",\"query\":\"How many people live in Berlin?\""
        + rest
        + "}";
  }
}
