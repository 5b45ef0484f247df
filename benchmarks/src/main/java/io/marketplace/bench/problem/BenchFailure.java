package io.marketplace.bench.problem;

/** A run that cannot go on; its message is one sentence for the person who started it. */
public final class BenchFailure extends RuntimeException {

  /** Says what is wrong and how to mend it. */
  public BenchFailure(String sentence) {
    super(sentence);
  }

  /** Says what is wrong, and what it comes from. */
  public BenchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
