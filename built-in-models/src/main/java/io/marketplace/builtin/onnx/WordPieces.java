package io.marketplace.builtin.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A model's own tokenizer; texts beyond its bound are cut, the longer one of a pair first. */
final class WordPieces {

  /**
   * UTF-16 units of a text that are looked at. The cut keeps a megabyte of text from being split
   * into words only to be thrown away; 512 word pieces of real language are far shorter.
   */
  static final int MAX_UNITS = 16_384;

  static {
    // The library would fetch what it does not find and report its use from within EC2.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private final HuggingFaceTokenizer tokenizer;

  private WordPieces(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @param maxTokens special tokens included
   */
  static WordPieces load(InputStream json, int maxTokens) throws IOException {
    String bound = Integer.toString(maxTokens);
    return new WordPieces(
        HuggingFaceTokenizer.newInstance(
            json,
            Map.of(
                "padding",
                "false",
                "truncation",
                "true",
                "maxLength",
                bound,
                "modelMaxLength",
                bound)));
  }

  Tokens encode(String text) {
    return tokens(tokenizer.encode(cut(text)));
  }

  Tokens encode(String first, String second) {
    return tokens(tokenizer.encode(cut(first), cut(second)));
  }

  private static Tokens tokens(Encoding encoding) {
    return new Tokens(encoding.getIds(), encoding.getAttentionMask(), encoding.getTypeIds());
  }

  private static String cut(String text) {
    if (text.length() <= MAX_UNITS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_UNITS - 1)) ? MAX_UNITS - 1 : MAX_UNITS;
    return text.substring(0, end);
  }
}
