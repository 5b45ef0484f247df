package io.marketplace.model.guard;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Keeps the versions of guardrails; called inside a unit of work. */
public interface Guardrails {

  /** The highest version of that owner's guardrails; an empty owner is the platform. */
  Optional<GuardrailVersion> inForce(Optional<TenantId> owner);

  /**
   * Adds a version. Two who add the same version race: the second fails with {@code conflict} when
   * the unit of work ends.
   */
  void add(GuardrailVersion version);
}
