package io.marketplace.bench.proof;

import java.util.Set;

/**
 * What became of a call.
 *
 * @param status 0 where no whole answer came: no connection, or one that broke
 * @param requestId as the gateway named the call; empty where it did not
 * @param code of the error; empty for an answer
 * @param costNano what the answer's header says it cost, in nano-dollars; 0 where it says nothing
 */
record Reply(int status, String requestId, String code, long costNano) {

  /** No whole answer. */
  static final Reply NONE = new Reply(0, "", "", 0);

  /** What the contract allows a gateway to say with a status of 500 and more. */
  private static final Set<String> CONTRACT =
      Set.of(
          "upstream_error",
          "upstream_timeout",
          "no_healthy_route",
          "snapshot_stale",
          "budget_unavailable");

  /** Whether the caller holds a whole answer, its last byte included. */
  boolean answered() {
    return status == 200;
  }

  /** Whether a gateway said it, rather than a server whose gateway has not started yet. */
  boolean fromGateway() {
    return !requestId.isEmpty();
  }

  /** Whether it is what the contract lets a caller with a good key meet. */
  boolean allowed() {
    return status != 401 && (status < 500 || CONTRACT.contains(code));
  }

  /** In words, to be counted by. */
  String kind() {
    if (status == 0) {
      return "no whole answer";
    }
    return fromGateway() || status == 200
        ? (status + " " + code).strip()
        : "a server that still starts";
  }
}
