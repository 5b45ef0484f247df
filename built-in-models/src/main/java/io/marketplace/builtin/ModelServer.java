package io.marketplace.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.builtin.embedding.Embedder;
import io.marketplace.builtin.embedding.EmbeddingsEndpoint;
import io.marketplace.builtin.http.Endpoint;
import io.marketplace.builtin.http.JsonServer;
import io.marketplace.builtin.http.RequestException;
import io.marketplace.builtin.onnx.InferencePool;
import io.marketplace.builtin.rerank.RerankEndpoint;
import io.marketplace.builtin.rerank.Reranker;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The wired server: models loaded, routes open. */
final class ModelServer implements AutoCloseable {

  private final JsonServer http;
  private final InferencePool pool;

  private ModelServer(JsonServer http, InferencePool pool) {
    this.http = http;
    this.pool = pool;
  }

  /**
   * Loads the models, then opens the port.
   *
   * @throws IOException if a model cannot be read or the port is taken; its message says which
   */
  static ModelServer start(Settings settings) throws IOException {
    Embedder embedder = Embedder.load();
    Optional<Reranker> reranker = Optional.empty();
    if (settings.rerankerFolder().isPresent()) {
      reranker = Optional.of(Reranker.load(settings.rerankerFolder().get()));
    }
    InferencePool pool = new InferencePool(Runtime.getRuntime().availableProcessors());
    Endpoint rerank =
        reranker
            .<Endpoint>map(model -> new RerankEndpoint(model, pool))
            .orElse(ModelServer::absent);
    boolean reranks = reranker.isPresent();
    Map<String, Endpoint> posts =
        Map.of(
            "/v1/embeddings", new EmbeddingsEndpoint(embedder, pool),
            "/v1/rerank", rerank,
            "/v2/rerank", rerank);
    Map<String, Endpoint> gets =
        Map.of("/health", ignored -> health(reranks), "/v1/models", ignored -> models(reranks));
    return new ModelServer(JsonServer.open(settings.port(), gets, posts), pool);
  }

  /** The port that is really open. */
  int port() {
    return http.port();
  }

  @Override
  public void close() {
    http.close();
    pool.close();
  }

  private static JsonNode absent(JsonNode request) {
    throw RequestException.unavailable(
        "no reranker is installed here: set BUILTIN_RERANKER_DIR to its folder and start again");
  }

  private static JsonNode health(boolean reranks) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", "ok");
    answer.put("embedding", "ready");
    answer.put("reranker", reranks ? "ready" : "not installed");
    return answer;
  }

  private static JsonNode models(boolean reranks) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("object", "list");
    var data = answer.putArray("data");
    data.add(model(Embedder.NAME, Embedder.MAX_TOKENS).put("dimensions", Embedder.DIMENSIONS));
    if (reranks) {
      data.add(model(Reranker.NAME, Reranker.MAX_TOKENS));
    }
    return answer;
  }

  private static ObjectNode model(String name, int maxTokens) {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    model.put("id", name).put("object", "model").put("created", 0).put("owned_by", "built-in");
    // Longer inputs are cut to this many word pieces, special tokens included.
    return model.put("max_input_tokens", maxTokens);
  }
}
