package io.marketplace.gateway.quota;

import io.marketplace.gateway.body.RequestBody;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import java.util.OptionalLong;

/**
 * How many tokens a provider may generate for one answer: what the caller named, or else what the
 * gateway sends in its place, since without any there is no bound to what a call costs.
 *
 * @param standard the {@code max_tokens} of callers who name none
 */
public record CompletionCap(long standard) {
  /** A long answer of a published chat model. */
  public static final long DEFAULT = 4_096;

  /** Never less than this, however full the context is: the provider then says so itself. */
  private static final long LEAST = 16;

  /** Conservative: English averages about four bytes a token. */
  private static final long BYTES_PER_TOKEN = 3;

  /** What chat templates add to a conversation; see {@link CostBound}. */
  private static final long TEMPLATE = 64;

  /** Refuses a cap that no answer fits in. */
  public CompletionCap {
    if (standard < LEAST) {
      throw new IllegalArgumentException("max_tokens must be at least " + LEAST);
    }
  }

  /** The {@code max_tokens} to be put into the body; empty where it stays as it is. */
  public OptionalLong toSend(RequestBody body, Operation operation, Candidate candidate) {
    Price price = candidate.price();
    boolean text = operation == Operation.CHAT || operation == Operation.COMPLETION;
    if (!text
        || price == null
        || price.dearestCompletion().value() == 0
        || body.maxTokens().isPresent()) {
      return OptionalLong.empty();
    }
    Integer context = candidate.contextTokens();
    if (context == null) {
      return OptionalLong.of(standard);
    }
    long room = context - Math.ceilDiv(body.length(), BYTES_PER_TOKEN) - TEMPLATE;
    return OptionalLong.of(Math.max(LEAST, Math.min(standard, room)));
  }

  /** The most tokens one answer can have. */
  long most(RequestBody body, Operation operation, Candidate candidate) {
    OptionalLong named = body.maxTokens();
    long cap = named.isPresent() ? named.getAsLong() : toSend(body, operation, candidate).orElse(0);
    Integer context = candidate.contextTokens();
    return context == null ? cap : Math.min(cap, context);
  }
}
