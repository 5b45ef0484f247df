package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Keeps the versions of policies; called inside a unit of work. */
public interface Policies {

  /** The highest version of that owner's policy; an empty owner is the platform. */
  Optional<PolicyVersion> inForce(Optional<TenantId> owner);

  /** That version of that owner's policy. */
  Optional<PolicyVersion> version(Optional<TenantId> owner, int version);

  /**
   * Adds a version. Two who add the same version race: the second fails with {@code conflict} when
   * the unit of work ends.
   */
  void add(PolicyVersion version);
}
