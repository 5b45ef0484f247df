package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * How one call was decided, refused calls too.
 *
 * @param call the call
 * @param startedAt when it arrived
 * @param tenant whose call it was
 * @param application the application
 * @param alias what it asked for
 * @param status the HTTP status of the answer
 * @param outcome {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 * @param decisions in their order
 */
public record DecidedCall(
    CallId call,
    Instant startedAt,
    TenantId tenant,
    ApplicationId application,
    String alias,
    int status,
    String outcome,
    List<CallDecision> decisions) {

  /** Copies the list. */
  public DecidedCall {
    decisions = List.copyOf(decisions);
  }

  /** The whole as a JSON object. */
  public String json() {
    return TraceJson.of(this);
  }

  /** The same as a row to be shown. */
  public TraceRow row() {
    return new TraceRow(call, startedAt, tenant, application, status, outcome, json());
  }
}
