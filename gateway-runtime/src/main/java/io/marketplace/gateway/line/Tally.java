package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a call used, filled in while it passes; shared by all copies of the call. Confined to the
 * call's thread. Token counts come from the provider's report; for one that does not come, or that
 * cannot be, the answer's texts are kept to be counted.
 */
public final class Tally {
  /** Longer answers are counted by their length beyond this many bytes. */
  private static final int KEEP = 1024 * 1024;

  private @Nullable Candidate servedBy;
  private int attempts;
  private long promptTokens;
  private long cachedTokens;
  private long completionTokens;
  private long reasoningTokens;
  private boolean unanswered;
  private boolean reported;
  private boolean impossible;
  private long events;
  private long droppedBytes;
  private @Nullable ByteArrayOutputStream kept;
  private long firstByteNanos;
  private boolean complete;
  private long settledTokens;

  /** Notes that a candidate is being called. */
  public void attempt(Candidate candidate) {
    servedBy = candidate;
    attempts++;
    unanswered = false;
  }

  /** Notes that the candidate called last took the request and gave nothing back. */
  public void unanswered() {
    unanswered = true;
  }

  /** Whether a provider took the request last and gave nothing back. */
  public boolean isUnanswered() {
    return unanswered;
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
  public void report(long prompt, long cached, long completion, long reasoning) {
    promptTokens = prompt;
    reasoningTokens = Math.min(reasoning, completion);
    cachedTokens = Math.min(cached, prompt);
    completionTokens = completion;
    reported = true;
  }

  /** Notes that the provider reported numbers that cannot be. */
  public void reportImpossible() {
    impossible = true;
  }

  /** Whether the provider reported numbers that cannot be, and no others. */
  public boolean impossible() {
    return impossible && !reported;
  }

  /** Counts one streamed event that carried content, and keeps it. */
  public void event(byte[] buffer, int from, int length) {
    events++;
    keep(buffer, from, length);
  }

  /** Keeps an answer, or an event's value, for the case that nobody reports its tokens. */
  public void keep(byte[] buffer, int from, int length) {
    ByteArrayOutputStream all = kept;
    if (all == null) {
      all = new ByteArrayOutputStream(Math.max(length, 1024));
      kept = all;
    }
    if (all.size() + length <= KEEP) {
      all.write(buffer, from, length);
    } else {
      droppedBytes += length;
    }
  }

  /** What was kept of the answer; empty if nothing was. */
  public byte[] kept() {
    ByteArrayOutputStream all = kept;
    return all == null ? new byte[0] : all.toByteArray();
  }

  /** How many bytes of the answer were not kept. */
  public long droppedBytes() {
    return droppedBytes;
  }

  /** How many events carried content. */
  public long events() {
    return events;
  }

  /** Notes the moment of the answer's first byte, in {@link System#nanoTime} terms. */
  public void firstByte(long nanos) {
    if (firstByteNanos == 0) {
      firstByteNanos = nanos;
    }
  }

  /** Notes that the provider has sent the whole stream; its last bytes are not handed on yet. */
  public void complete() {
    complete = true;
  }

  /** Whether the whole stream is here. */
  public boolean isComplete() {
    return complete;
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

  public long reasoningTokens() {
    return reasoningTokens;
  }

  /** True when the provider reported the counts. */
  public boolean reported() {
    return reported;
  }

  /** 0 until the first byte came. */
  public long firstByteNanos() {
    return firstByteNanos;
  }

  /** Notes what the call was booked with, prompt and completion together. */
  public void settled(long tokens) {
    settledTokens = tokens;
  }

  /** What the call was booked with; 0 before that, and for a call that used nothing. */
  public long settledTokens() {
    return settledTokens;
  }
}
