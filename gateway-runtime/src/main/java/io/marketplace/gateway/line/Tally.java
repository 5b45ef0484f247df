package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private long attemptNanos;
  private @Nullable List<FailedAttempt> failures;
  private long promptTokens;
  private long cachedTokens;
  private long completionTokens;
  private long reasoningTokens;
  private boolean reported;
  private boolean impossible;
  private long events;
  private long droppedBytes;
  private @Nullable ByteArrayOutputStream kept;
  private long firstByteNanos;
  private boolean complete;
  private long settledTokens;

  /** Notes that a candidate is being called, at {@code nanos} in {@link System#nanoTime} terms. */
  public void attempt(Candidate candidate, long nanos) {
    servedBy = candidate;
    attempts++;
    attemptNanos = nanos;
    // What came of an attempt that broke off was not handed on.
    firstByteNanos = 0;
  }

  /** Notes that the candidate called last gave nothing that can be handed on. */
  public void failed(FailedAttempt failure) {
    List<FailedAttempt> all = failures;
    if (all == null) {
      all = new ArrayList<>(2);
      failures = all;
    }
    all.add(failure);
  }

  /**
   * The attempts that failed, in their order: all of them, or all but the last one, which is under
   * way or was answered.
   */
  public List<FailedAttempt> failures() {
    List<FailedAttempt> all = failures;
    return all == null ? List.of() : Collections.unmodifiableList(all);
  }

  /** Whether the candidate called last failed too, or none was called. */
  public boolean isFailed() {
    return failures().size() == attempts;
  }

  /** When the attempt under way began, in {@link System#nanoTime} terms. */
  public long attemptNanos() {
    return attemptNanos;
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
