package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key, as readers see it.
 *
 * @param id the identifier
 * @param name what to show
 * @param application the application
 * @param applicationName its name
 * @param team the application's team
 * @param teamName its name
 * @param tenantName the tenant's name
 * @param state where it stands
 * @param sensitivity what its calls count as at the least
 * @param scope what it reaches
 * @param parent the key it was minted from, if it is a sub-key
 * @param subKeys how many sub-keys of it are not revoked
 * @param attribution what its calls are booked under
 * @param expiresAt when it ends, if it does
 * @param createdAt when it was issued
 * @param revokedAt when it was revoked, if it was
 * @param revokedReason why
 * @param suspension who suspended it; empty of a sub-key that is suspended with its parent alone
 * @param secrets its secrets, the newest first; those that ended long ago are left out
 */
public record KeyView(
    KeyId id,
    String name,
    ApplicationId application,
    String applicationName,
    TeamId team,
    String teamName,
    String tenantName,
    KeyState state,
    Sensitivity sensitivity,
    KeyScope scope,
    Optional<KeyId> parent,
    long subKeys,
    PinnedAttribution attribution,
    Optional<Instant> expiresAt,
    Instant createdAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedReason,
    Optional<Suspension> suspension,
    List<SecretView> secrets) {

  /** Copies the lists. */
  public KeyView {
    secrets = List.copyOf(secrets);
  }

  /** The tiers it was issued for, in the catalogue's order. */
  public List<Tier> tiers() {
    return scope.tiers().stream().sorted().toList();
  }

  /** The secret in force. */
  public Optional<SecretView> current() {
    return secrets.stream().findFirst();
  }

  /** The secret before, while it still works: rotation is done when it is used no more. */
  public Optional<SecretView> old() {
    return state == KeyState.ROTATING ? secrets.stream().skip(1).findFirst() : Optional.empty();
  }
}
