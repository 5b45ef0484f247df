package io.marketplace.builtin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A BERT-shaped ONNX model with its tokenizer. Runs one text (or pair) at a time, because the
 * results of int8 models change with what else is in a batch. Safe for many threads.
 */
public final class Encoder {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces pieces;

  private Encoder(OrtSession session, WordPieces pieces) {
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * Loads a model.
   *
   * @param onnx the model, read whole; the caller closes it
   * @param tokenizer the {@code tokenizer.json}; the caller closes it
   * @param maxTokens where inputs are cut, special tokens included
   * @throws IOException if either cannot be read
   */
  public static Encoder load(InputStream onnx, InputStream tokenizer, int maxTokens)
      throws IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread for one text, asleep while it waits: parallelism is across texts.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      // Lengths differ from text to text: an arena and its patterns would keep each one's memory.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session =
          OrtEnvironment.getEnvironment().createSession(onnx.readAllBytes(), options);
      return new Encoder(session, WordPieces.load(tokenizer, maxTokens));
    } catch (OrtException unreadable) {
      throw new IOException(
          "the ONNX model cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The model's first output for a text. */
  public Output run(String text) {
    return run(pieces.encode(text));
  }

  /** The model's first output for a pair of texts. */
  public Output run(String first, String second) {
    return run(pieces.encode(first, second));
  }

  private Output run(Tokens tokens) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", row(tokens.ids()));
      inputs.put("attention_mask", row(tokens.mask()));
      inputs.put("token_type_ids", row(tokens.types()));
      try (OrtSession.Result result = session.run(inputs)) {
        var buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new Output(values, tokens.count());
      }
    } catch (OrtException failure) {
      throw new IllegalStateException("the model failed", failure);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  /**
   * What the model gave.
   *
   * @param values row by row
   * @param tokens how many tokens it read, special tokens included
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Output(float[] values, int tokens) {}
}
