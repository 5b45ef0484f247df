package io.marketplace.builtin.rerank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.builtin.http.Endpoint;
import io.marketplace.builtin.onnx.InferencePool;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** {@code POST /v1/rerank} and {@code /v2/rerank}. */
public final class RerankEndpoint implements Endpoint {

  /** Documents in one search unit, as Cohere bills them. */
  private static final int SEARCH_UNIT = 100;

  private final Reranker reranker;
  private final InferencePool pool;

  /** Serves one model on a pool that others may share. */
  public RerankEndpoint(Reranker reranker, InferencePool pool) {
    this.reranker = reranker;
    this.pool = pool;
  }

  @Override
  public JsonNode answer(JsonNode body) {
    RerankRequest request = RerankRequest.of(body);
    List<Reranker.Score> scores =
        pool.map(request.documents(), document -> reranker.score(request.query(), document));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("id", UUID.randomUUID().toString());
    answer.put("model", Reranker.NAME);
    ArrayNode results = answer.putArray("results");
    IntStream.range(0, scores.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer at) -> -scores.get(at).relevance()))
        .limit(request.top())
        .forEach(at -> result(results.addObject(), at, scores.get(at), request));
    int units = (scores.size() + SEARCH_UNIT - 1) / SEARCH_UNIT;
    answer.putObject("meta").putObject("billed_units").put("search_units", units);
    int tokens = scores.stream().mapToInt(Reranker.Score::tokens).sum();
    answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    return answer;
  }

  private static void result(
      ObjectNode result, int index, Reranker.Score score, RerankRequest request) {
    result.put("index", index);
    result.put("relevance_score", score.relevance());
    if (request.returnDocuments()) {
      result.putObject("document").put("text", request.documents().get(index));
    }
  }
}
