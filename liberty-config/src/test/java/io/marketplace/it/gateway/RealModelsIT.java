package io.marketplace.it.gateway;

import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import io.marketplace.it.control.ControlApi;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Started;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delivered models, called through OpenAI's own client where it has the call. */
class RealModelsIT {
  private static final Set<String> DEMO_TIERS = Set.of("utility", "embedding", "reranker");

  private final OpenAIClient client = Calls.openAi(Started.key());

  private static ChatCompletionCreateParams.Builder chat() {
    return ChatCompletionCreateParams.builder()
        .model("utility")
        .addUserMessage("Say hello to the reader.")
        .maxCompletionTokens(24)
        // The likeliest token each time: a sampled one may end the answer before it begins.
        .temperature(0);
  }

  @Test
  void aChatIsAnsweredMeteredAndExplained() {
    try (HttpResponseFor<ChatCompletion> response =
        client.chat().completions().withRawResponse().create(chat().build())) {
      ChatCompletion answer = response.parse();
      assertThat(answer.choices().getFirst().message().content().orElse("")).isNotBlank();
      String id = response.headers().values(Calls.REQUEST_ID).getFirst();
      String cost = response.headers().values(Calls.COST).getFirst();
      JsonPath row = Ledger.row(id);
      assertThat(row.getString("tier")).isEqualTo("utility");
      assertThat(row.getLong("promptTokens"))
          .isEqualTo(answer.usage().orElseThrow().promptTokens());
      assertThat(row.getLong("completionTokens"))
          .isEqualTo(answer.usage().orElseThrow().completionTokens());
      assertThat(new BigDecimal(row.getString("costUsd")))
          .isEqualByComparingTo(new BigDecimal(cost))
          .isPositive();
      assertThat(row.getString("outcome")).isEqualTo("answered");
      assertThat(row.getString("pool")).isNotBlank();
      assertThat(row.getDouble("latencyMs")).isPositive();
      explained(id);
    }
  }

  private static void explained(String id) {
    String path = "/v1/requests/" + id + "/explain";
    HttpResponse<String> own = Calls.get(Started.key(), path);
    assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    assertThat(own.body()).contains("AuthorizeTier", "ApplyPolicy", "TryRoutes", "MeterUsage");
    HttpResponse<String> other = Calls.get(Started.variable("OTHER_TENANT_API_KEY"), path);
    assertProblem(other, 404, "not_found");
  }

  @Test
  void aStreamIsReadToItsEndAndMetered() {
    try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> response =
        client
            .chat()
            .completions()
            .withRawResponse()
            .createStreaming(
                chat()
                    .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
                    .build())) {
      String id = response.headers().values(Calls.REQUEST_ID).getFirst();
      try (StreamResponse<ChatCompletionChunk> stream = response.parse()) {
        List<ChatCompletionChunk> chunks = stream.stream().toList();
        String text =
            chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
        assertThat(text).isNotBlank();
        long told =
            chunks.stream()
                .flatMap(chunk -> chunk.usage().stream())
                .reduce((first, last) -> last)
                .orElseThrow()
                .completionTokens();
        JsonPath row = Ledger.row(id);
        assertThat(row.getBoolean("streamed")).isTrue();
        assertThat(row.getLong("completionTokens")).isEqualTo(told);
        assertThat(row.getString("outcome")).isEqualTo("answered");
        assertThat(row.getDouble("ttftMs")).isPositive().isLessThan(row.getDouble("latencyMs"));
      }
    }
  }

  @Test
  void aStreamWithoutOptionsShowsNoReportThatWasNotAskedFor() {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat().build())) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();
      assertThat(chunks).isNotEmpty();
      assertThat(chunks).allMatch(chunk -> !chunk.choices().isEmpty());
    }
  }

  @Test
  void embeddingsComeAsNumbersAndAsBase64() {
    EmbeddingCreateParams.Builder params =
        EmbeddingCreateParams.builder()
            .model("embedding")
            .inputOfArrayOfStrings(List.of("a red apple", "a stock exchange"));
    List<Float> floats = first(params, EmbeddingCreateParams.EncodingFormat.FLOAT);
    List<Float> bytes = first(params, EmbeddingCreateParams.EncodingFormat.BASE64);
    assertThat(floats).hasSize(384);
    assertThat(bytes).hasSize(384);
    for (int i = 0; i < floats.size(); i++) {
      assertThat(bytes.get(i)).isCloseTo(floats.get(i), org.assertj.core.data.Offset.offset(1e-5f));
    }
  }

  private List<Float> first(
      EmbeddingCreateParams.Builder params, EmbeddingCreateParams.EncodingFormat format) {
    CreateEmbeddingResponse answer =
        client.embeddings().create(params.encodingFormat(format).build());
    assertThat(answer.data()).hasSize(2);
    assertThat(answer.usage().promptTokens()).isPositive();
    Embedding first = answer.data().getFirst();
    return first.embedding();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/rerank", "/v2/rerank"})
  void theRerankerPutsTheAnswerFirst(String path) {
    HttpResponse<String> answer =
        Calls.post(
            Started.key(),
            path,
            """
            {"model":"reranker","query":"What is the capital of France?","top_n":2,
             "documents":["Bananas are yellow.","Paris is the capital of France.","Rain falls."]}\
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonPath json = JsonPath.from(answer.body());
    assertThat(json.getList("results")).hasSize(2);
    assertThat(json.getInt("results[0].index")).isEqualTo(1);
    assertThat(json.getDouble("results[0].relevance_score"))
        .isGreaterThan(json.getDouble("results[1].relevance_score"));
    assertThat(Ledger.row(Calls.requestId(answer)).getString("tier")).isEqualTo("reranker");
  }

  @Test
  void theModelsAreTheAliasesThatGrantsOpen() {
    List<String> told = client.models().list().data().stream().map(Model::id).sorted().toList();
    JsonPath routes =
        ControlApi.as(Caller.DEVELOPER)
            .get("/routes?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<String> tiers = routes.getList("items.tier");
    List<String> aliases = routes.getList("items.alias");
    List<String> opened =
        IntStream.range(0, tiers.size())
            .filter(i -> DEMO_TIERS.contains(tiers.get(i)))
            .mapToObj(aliases::get)
            .sorted()
            .toList();
    assertThat(told).containsAll(DEMO_TIERS).isEqualTo(opened);
  }
}
