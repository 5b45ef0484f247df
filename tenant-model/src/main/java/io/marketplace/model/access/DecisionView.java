package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.PersonId;
import java.time.Instant;

/**
 * One step of a request's history, as readers see it.
 *
 * @param person who
 * @param personName the name; of people of the platform readers of a tenant see {@code Platform
 *     administration}
 * @param kind what
 * @param reason why, the question or the answer; possibly empty
 * @param changes what it changed of the terms
 * @param at when
 */
public record DecisionView(
    PersonId person,
    String personName,
    DecisionKind kind,
    String reason,
    Facts changes,
    Instant at) {}
