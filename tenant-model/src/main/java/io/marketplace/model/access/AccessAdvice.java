package io.marketplace.model.access;

import java.util.Optional;

/**
 * What one should know before asking or deciding.
 *
 * @param forecast the cost; empty if nothing serves the tier or no number of requests is expected
 * @param policy where the data may go
 * @param approvalsNeeded how many approvals these terms need: 1 or 2
 */
public record AccessAdvice(
    Optional<AccessForecast> forecast, PolicyEffect policy, int approvalsNeeded) {}
