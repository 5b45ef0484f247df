package io.marketplace.builtin.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.builtin.http.Endpoint;
import io.marketplace.builtin.onnx.InferencePool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** {@code POST /v1/embeddings}. */
public final class EmbeddingsEndpoint implements Endpoint {

  private final Embedder embedder;
  private final InferencePool pool;

  /** Serves one model on a pool that others may share. */
  public EmbeddingsEndpoint(Embedder embedder, InferencePool pool) {
    this.embedder = embedder;
    this.pool = pool;
  }

  @Override
  public JsonNode answer(JsonNode body) {
    EmbeddingsRequest request = EmbeddingsRequest.of(body);
    List<Embedding> embeddings = pool.map(request.texts(), embedder::embed);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("object", "list");
    ArrayNode data = answer.putArray("data");
    int tokens = 0;
    for (Embedding embedding : embeddings) {
      ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
      write(item, embedding.vector(), request.base64());
      tokens += embedding.tokens();
    }
    answer.put("model", Embedder.NAME);
    answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    return answer;
  }

  private static void write(ObjectNode item, float[] vector, boolean base64) {
    if (base64) {
      ByteBuffer bytes =
          ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(vector);
      item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
    } else {
      ArrayNode numbers = item.putArray("embedding");
      for (float number : vector) {
        numbers.add(number);
      }
    }
  }
}
