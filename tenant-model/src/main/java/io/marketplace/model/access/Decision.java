package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.PersonId;
import java.time.Instant;

/**
 * What somebody did to a request.
 *
 * @param person who
 * @param kind what
 * @param reason why, or the question or answer; possibly empty
 * @param changes what it changed of the terms
 * @param at when
 */
public record Decision(
    PersonId person, DecisionKind kind, String reason, Facts changes, Instant at) {}
