package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;

/**
 * How one call was decided, refused calls too.
 *
 * @param call the call
 * @param startedAt when it arrived
 * @param tenant whose call it was
 * @param application the application
 * @param status the HTTP status of the answer
 * @param outcome {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 * @param json the decisions as a JSON object; never a prompt, an answer or a secret
 */
public record TraceRow(
    CallId call,
    Instant startedAt,
    TenantId tenant,
    ApplicationId application,
    int status,
    String outcome,
    String json) {}
