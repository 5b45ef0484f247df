package io.marketplace.gateway.quota;

import io.marketplace.gateway.body.PromptShape;
import io.marketplace.gateway.body.RequestBody;
import io.marketplace.gateway.line.FailedAttempt;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import io.marketplace.model.kernel.NanoUsd;
import java.util.List;

/**
 * The most a call can cost, known before it is made. A token of a byte-level vocabulary covers at
 * least one byte, so a prompt has at most as many tokens as its body has bytes of UTF-8, and what
 * the model's chat template adds; never more than the model's context. An answer has at most the
 * {@code max_tokens} that is really sent. Why each number holds stands in {@code docs/adr/0006}.
 */
public final class CostBound {
  /** Default system prompts and markers of the published chat templates stay below it. */
  static final long TEMPLATE_TOKENS = 512;

  /**
   * The largest published context, of Llama 4 Scout: for images of a model whose own is unknown.
   */
  static final long LARGEST_CONTEXT = 10_485_760;

  private final CompletionCap caps;

  public CostBound(CompletionCap caps) {
    this.caps = caps;
  }

  /** For one attempt at the dearest of the call's lawful candidates. */
  public NanoUsd dearest(GatewayCall call) {
    NanoUsd most = NanoUsd.ZERO;
    for (List<Candidate> group : call.candidates()) {
      for (Candidate candidate : group) {
        NanoUsd cost = of(call.body(), call.operation(), candidate);
        most = cost.compareTo(most) > 0 ? cost : most;
      }
    }
    return most;
  }

  /**
   * For one attempt at {@code next} and those before it that may be charged although they failed.
   */
  public NanoUsd beside(GatewayCall call, Candidate next) {
    long most = of(call.body(), call.operation(), next).value();
    for (FailedAttempt failure : call.tally().failures()) {
      if (failure.mayCharge()) {
        long one = of(call.body(), call.operation(), failure.candidate()).value();
        most = most > Long.MAX_VALUE - one ? Long.MAX_VALUE : most + one;
      }
    }
    return new NanoUsd(most);
  }

  /** For one attempt at {@code candidate}. */
  public NanoUsd of(RequestBody body, Operation operation, Candidate candidate) {
    Price price = candidate.price();
    if (price == null) {
      return NanoUsd.ZERO;
    }
    try {
      return price.bound(
          promptTokens(body, candidate),
          completionTokens(body, operation, candidate),
          body.images());
    } catch (ArithmeticException e) {
      // Beyond what a budget can hold: no budget has room for it.
      return new NanoUsd(Long.MAX_VALUE);
    }
  }

  /** The most prompt tokens that can be charged for. */
  public long promptTokens(RequestBody body, Candidate candidate) {
    PromptShape shape = body.prompt();
    Integer context = candidate.contextTokens();
    // Each document is read together with the query.
    long pieces = Math.max(1, Math.max(shape.texts(), shape.documents()));
    long most = context == null ? LARGEST_CONTEXT : context;
    long largest = most > Long.MAX_VALUE / pieces ? Long.MAX_VALUE : most * pieces;
    if (shape.media()) {
      return largest;
    }
    // Templates write tools and schemas out anew, with spaces that the caller need not have sent.
    long bytes = (long) body.length() * (shape.tools() ? 2 : 1);
    long text = bytes + shape.queryBytes() * shape.documents() + TEMPLATE_TOKENS * pieces;
    return context == null ? text : Math.min(text, largest);
  }

  /** The most completion tokens that can be charged for. */
  public long completionTokens(RequestBody body, Operation operation, Candidate candidate) {
    if (operation != Operation.CHAT && operation != Operation.COMPLETION) {
      return 0;
    }
    return caps.most(body, operation, candidate) * body.choices() * body.prompt().texts();
  }
}
