package io.marketplace.gateway.body;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A caller's body as it arrived, with the places of the few top-level fields the gateway reads.
 * Everything else (tools, image parts, unknown fields) is never parsed into objects and reaches the
 * provider byte for byte.
 */
public final class RequestBody {
  private final byte[] bytes;
  private final int objectEnd;
  private final String model;
  private final Span modelValue;
  private final boolean stream;
  private final int images;
  private final StreamOptions streamOptions;
  private final OptionalLong maxTokens;
  private final Map<String, String> metadata;
  private final long choices;
  private final PromptShape prompt;
  private final @Nullable Span nullMaxTokens;

  RequestBody(
      BodyScan scan,
      byte[] bytes,
      String model,
      Span modelValue,
      long choices,
      PromptShape prompt,
      @Nullable Span nullMaxTokens) {
    this.bytes = bytes;
    this.objectEnd = scan.objectEnd;
    this.model = model;
    this.modelValue = modelValue;
    this.stream = scan.stream;
    this.images = scan.images;
    this.streamOptions = scan.streamOptions;
    this.maxTokens = scan.maxTokens;
    this.metadata = Collections.unmodifiableMap(scan.metadata);
    this.choices = choices;
    this.prompt = prompt;
    this.nullMaxTokens = nullMaxTokens;
  }

  /** The bytes as they came; shared, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  /** Index of the closing brace of the top-level object. */
  int objectEnd() {
    return objectEnd;
  }

  /** The alias asked for, unescaped. */
  public String model() {
    return model;
  }

  Span modelValue() {
    return modelValue;
  }

  public boolean stream() {
    return stream;
  }

  /** How many images the prompt holds. */
  public int images() {
    return images;
  }

  public StreamOptions streamOptions() {
    return streamOptions;
  }

  /**
   * The greater of {@code max_completion_tokens} and {@code max_tokens}; empty when the caller set
   * neither.
   */
  public OptionalLong maxTokens() {
    return maxTokens;
  }

  /** The text members of the body's {@code metadata}, in their order. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** How many answers are generated for each text: {@code n} or {@code best_of}, at least 1. */
  public long choices() {
    return choices;
  }

  /** What decides the prompt's size. */
  public PromptShape prompt() {
    return prompt;
  }

  /** The literal null that stands as {@code max_tokens}; null where there is none. */
  @Nullable Span nullMaxTokens() {
    return nullMaxTokens;
  }
}
