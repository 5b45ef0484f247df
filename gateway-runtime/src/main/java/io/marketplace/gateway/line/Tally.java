package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What a call used, filled in while it passes; shared by all copies of the call. Confined to the
 * call's thread.
 *
 * <p>Token counts come from the provider's report where it sends one. Otherwise they are bounded
 * from above by what is known: a token has at least one byte, so a text of {@code n} UTF-8 bytes
 * has at most {@code n} tokens; {@value #BYTES_PER_TOKEN} bytes a token is the dense end of what
 * published tokenizers reach on running text.
 */
public final class Tally {
  /** Conservative estimate; English averages about four bytes a token. */
  private static final int BYTES_PER_TOKEN = 3;

  private @Nullable Candidate servedBy;
  private int attempts;
  private long promptTokens;
  private long cachedTokens;
  private long completionTokens;
  private boolean reported;
  private long events;
  private long firstByteNanos;

  /** Notes that a candidate is being called. */
  public void attempt(Candidate candidate) {
    servedBy = candidate;
    attempts++;
  }

  /** The candidate called last; null when none was. */
  public @Nullable Candidate servedBy() {
    return servedBy;
  }

  public int attempts() {
    return attempts;
  }

  /**
   * Takes over the provider's own numbers; a later report of the same answer replaces an earlier
   * one.
   */
  public void report(long prompt, long cached, long completion) {
    promptTokens = prompt;
    cachedTokens = Math.min(cached, prompt);
    completionTokens = completion;
    reported = true;
  }

  /** Counts one streamed event that carried content. */
  public void countEvent() {
    events++;
  }

  /** Notes the moment of the answer's first byte, in {@link System#nanoTime} terms. */
  public void firstByte(long nanos) {
    if (firstByteNanos == 0) {
      firstByteNanos = nanos;
    }
  }

  /**
   * Fills in what no provider reported: the prompt by its bytes, a stream's completion by its
   * events.
   */
  public void estimate(long promptBytes) {
    if (!reported) {
      promptTokens = (promptBytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
      completionTokens = Math.max(completionTokens, events);
    }
  }

  /** The same for an answer without a report whose text is all here. */
  public void estimateCompletion(long answerBytes) {
    if (!reported) {
      completionTokens = (answerBytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    }
  }

  public long promptTokens() {
    return promptTokens;
  }

  public long cachedTokens() {
    return cachedTokens;
  }

  public long completionTokens() {
    return completionTokens;
  }

  /** True when the provider reported the counts, false when they are the gateway's own estimate. */
  public boolean reported() {
    return reported;
  }

  /** 0 until the first byte came. */
  public long firstByteNanos() {
    return firstByteNanos;
  }
}
