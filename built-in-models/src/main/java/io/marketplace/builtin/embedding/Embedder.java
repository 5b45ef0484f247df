package io.marketplace.builtin.embedding;

import io.marketplace.builtin.onnx.Encoder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * all-MiniLM-L6-v2, int8: mean of the token vectors, scaled to length 1, as its model card
 * describes. A text has the same vector whether sent alone or among others.
 */
public final class Embedder {

  /** The name in requests. */
  public static final String NAME = "all-minilm-l6-v2";

  /** Length of each vector. */
  public static final int DIMENSIONS = 384;

  /** Where texts are cut, special tokens included: the bound on the model's card. */
  public static final int MAX_TOKENS = 256;

  private static final String ONNX = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final Encoder encoder;

  private Embedder(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Loads the model from the class path.
   *
   * @throws IOException if it is not there or cannot be read
   */
  public static Embedder load() throws IOException {
    try (InputStream onnx = resource(ONNX);
        InputStream tokenizer = resource(TOKENIZER)) {
      return new Embedder(Encoder.load(onnx, tokenizer, MAX_TOKENS));
    }
  }

  /** Embeds one text. */
  Embedding embed(String text) {
    Encoder.Output output = encoder.run(text);
    float[] vector = new float[DIMENSIONS];
    float[] values = output.values();
    for (int at = 0; at < values.length; at++) {
      vector[at % DIMENSIONS] += values[at];
    }
    // The mean's divisor falls away with the scaling.
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int at = 0; at < DIMENSIONS; at++) {
      vector[at] *= scale;
    }
    return new Embedding(vector, output.tokens());
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = Embedder.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("the embedding model " + name + " is not on the class path");
    }
    return stream;
  }
}
