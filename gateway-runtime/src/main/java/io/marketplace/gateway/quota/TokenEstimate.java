package io.marketplace.gateway.quota;

import io.marketplace.gateway.body.BodyShape;
import io.marketplace.gateway.body.RequestBody;
import io.marketplace.gateway.line.Operation;

/**
 * How many tokens a call will use, as far as can be told before it is made. Only rates rest on it,
 * and the end of the call corrects it: money rests on bounds.
 */
final class TokenEstimate {
  /** English averages about four bytes a token in published tokenizers. */
  private static final long BYTES_PER_TOKEN = 4;

  /** The context window that most of the catalogue's cards have. */
  private static final long MOST_PROMPT_TOKENS = 131_072;

  /** Bytes of an image say nothing about its tokens; providers count few thousands at most. */
  private static final long MOST_MEDIA_TOKENS = 4_096;

  /** What a caller who names no maximum is thought to get: a few paragraphs. */
  private static final long USUAL_COMPLETION = 256;

  private TokenEstimate() {}

  static long of(Operation operation, RequestBody body) {
    long most = body.prompt().media() ? MOST_MEDIA_TOKENS : MOST_PROMPT_TOKENS;
    long prompt = Math.min(body.length() / BYTES_PER_TOKEN + 1, most);
    boolean writes =
        operation.shape() == BodyShape.CHAT || operation.shape() == BodyShape.COMPLETION;
    return writes ? prompt + body.choices() * body.maxTokens().orElse(USUAL_COMPLETION) : prompt;
  }
}
