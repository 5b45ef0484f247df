package io.marketplace.builtin.rerank;

import io.marketplace.builtin.onnx.Encoder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cross-encoder ms-marco-MiniLM-L-12-v2: reads query and document together. */
public final class Reranker {

  /** The name in requests. */
  public static final String NAME = "ms-marco-minilm-l-12-v2";

  /** Where a pair is cut, special tokens included: the bound in the model's own files. */
  public static final int MAX_TOKENS = 512;

  private final Encoder encoder;

  private Reranker(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Loads the model.
   *
   * @param folder with {@code model.onnx} and {@code tokenizer.json}
   * @throws IOException if one of them is not there or cannot be read
   */
  public static Reranker load(Path folder) throws IOException {
    try (InputStream onnx = open(folder.resolve("model.onnx"));
        InputStream tokenizer = open(folder.resolve("tokenizer.json"))) {
      return new Reranker(Encoder.load(onnx, tokenizer, MAX_TOKENS));
    }
  }

  /** How well a document answers a query, 0 to 1: the model's logit through the sigmoid. */
  Score score(String query, String document) {
    Encoder.Output output = encoder.run(query, document);
    return new Score(1 / (1 + Math.exp(-output.values()[0])), output.tokens());
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException("the reranker's file " + file + " is not there");
    }
    return Files.newInputStream(file);
  }

  /**
   * A document's score.
   *
   * @param relevance 0 to 1
   * @param tokens that were read for it, the query's included
   */
  record Score(double relevance, int tokens) {}
}
