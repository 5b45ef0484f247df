package io.marketplace.api.guard;

import io.marketplace.model.guard.GuardrailVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of guardrails.
 *
 * @param tenantId whose they are; absent: the platform's
 * @param version from 1; the highest is in force
 */
public record GuardrailsBody(
    Optional<String> tenantId,
    int version,
    List<GuardRuleBody> rules,
    String note,
    String createdBy,
    Instant createdAt) {

  static GuardrailsBody of(GuardrailVersion version) {
    return new GuardrailsBody(
        version.tenant().map(Object::toString),
        version.version(),
        version.rules().stream().map(GuardRuleBody::of).toList(),
        version.note(),
        version.createdBy(),
        version.createdAt());
  }
}
