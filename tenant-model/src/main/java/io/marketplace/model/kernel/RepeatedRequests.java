package io.marketplace.model.kernel;

/**
 * Remembers creation requests for a day by the key their caller chose, so that one that is sent
 * again, because its answer was lost, is not carried out again. Keys of different actors do not
 * meet. Each method is a unit of work of its own.
 */
public interface RepeatedRequests {

  /**
   * Claims {@code key} for a request; of two at once one gets {@link Claim.First}.
   *
   * @param requestHash tells requests apart: the SHA-256 of method, path and body
   */
  Claim claim(Actor actor, String key, byte[] requestHash);

  /**
   * Keeps the answer of a request that was claimed first.
   *
   * @param status the HTTP status
   * @param answer the JSON answered, without secrets
   */
  void settle(Actor actor, String key, int status, String answer);

  /** Forgets a claim whose request was refused: it may be sent again. */
  void release(Actor actor, String key);

  /** What is known of a key. */
  sealed interface Claim {

    /** Nothing was: carry the request out, then settle or release it. */
    record First() implements Claim {}

    /** The same request was carried out and answered so. */
    record Answered(int status, String answer) implements Claim {}

    /** The same request is being carried out, or was and nobody kept its answer. */
    record UnderWay() implements Claim {}

    /** The key was given to another request. */
    record Different() implements Claim {}
  }
}
