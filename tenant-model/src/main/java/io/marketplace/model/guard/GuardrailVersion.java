package io.marketplace.model.guard;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of guardrails; versions are never changed, the highest is in force.
 *
 * @param tenant whose they are; empty: the platform's, which hold for every tenant besides its own
 * @param version from 1; 0 where nobody has written any
 * @param rules the rules
 * @param note why it was written
 * @param createdBy who wrote it, to show
 * @param createdAt when
 */
public record GuardrailVersion(
    Optional<TenantId> tenant,
    int version,
    List<GuardRule> rules,
    String note,
    String createdBy,
    Instant createdAt) {

  /** Copies the list. */
  public GuardrailVersion {
    rules = List.copyOf(rules);
  }
}
