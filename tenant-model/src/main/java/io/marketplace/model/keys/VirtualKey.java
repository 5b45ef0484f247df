package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Application;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that an application calls the gateway with. Its secrets are kept apart from it. */
@Entity
@Table(name = "virtual_key")
public class VirtualKey {

  static final String ACTIVE = "active";
  static final String REVOKED = "revoked";

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "name")
  private String name;

  @Column(name = "state")
  private String state;

  @Column(name = "sensitivity")
  private String sensitivity;

  @Column(name = "tiers")
  private String[] tiers;

  @Column(name = "providers")
  private String @Nullable [] providers;

  @Column(name = "jurisdictions")
  private String @Nullable [] jurisdictions;

  @Column(name = "pinned_agent")
  private @Nullable String pinnedAgent;

  @Column(name = "pinned_workflow")
  private @Nullable String pinnedWorkflow;

  @Column(name = "pinned_customer")
  private @Nullable String pinnedCustomer;

  @Column(name = "pinned_use_case")
  private @Nullable String pinnedUseCase;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoked_reason")
  private @Nullable String revokedReason;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected VirtualKey() {}

  VirtualKey(Application application, KeyWish wish, Sensitivity sensitivity, String createdBy) {
    this.id = KeyId.create().value();
    this.tenantId = application.tenant().value();
    this.applicationId = application.id().value();
    this.name = wish.name();
    this.state = ACTIVE;
    this.sensitivity = sensitivity.code();
    this.tiers = wish.tiers().stream().sorted().map(Tier::code).toArray(String[]::new);
    this.providers = wish.providers().map(list -> list.toArray(String[]::new)).orElse(null);
    this.jurisdictions = wish.jurisdictions().map(list -> list.toArray(String[]::new)).orElse(null);
    this.pinnedAgent = wish.attribution().agent().orElse(null);
    this.pinnedWorkflow = wish.attribution().workflow().orElse(null);
    this.pinnedCustomer = wish.attribution().customer().orElse(null);
    this.pinnedUseCase = wish.attribution().useCase().orElse(null);
    this.expiresAt = wish.expiresAt().orElse(null);
    this.createdBy = createdBy;
  }

  /** The identifier. */
  public KeyId id() {
    return new KeyId(id);
  }

  /** The tenant. */
  public TenantId tenant() {
    return new TenantId(tenantId);
  }

  /** Whose key it is. */
  public ApplicationId application() {
    return new ApplicationId(applicationId);
  }

  boolean isRevoked() {
    return REVOKED.equals(state);
  }

  /**
   * Refuses a key that works no more.
   *
   * @throws MarketplaceException {@code conflict}
   */
  void requireWorking(Instant now) {
    if (isRevoked()) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The key is revoked; issue a new one.");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The key has expired; issue a new one.");
    }
  }

  void revoke(String reason, Instant now) {
    state = REVOKED;
    revokedAt = now;
    revokedReason = reason.isEmpty() ? null : reason;
  }

  Facts facts() {
    return Facts.of("state", state)
        .with("application", applicationId)
        .with("name", name)
        .with("tiers", String.join(", ", tiers))
        .with("sensitivity", sensitivity)
        .with("providers", joined(providers))
        .with("jurisdictions", joined(jurisdictions))
        .with("agent", pinnedAgent)
        .with("workflow", pinnedWorkflow)
        .with("customer", pinnedCustomer)
        .with("useCase", pinnedUseCase)
        .with("expiresAt", expiresAt)
        .with("reason", revokedReason);
  }

  private static Optional<String> joined(String @Nullable [] names) {
    return names == null ? Optional.empty() : Optional.of(String.join(", ", List.of(names)));
  }
}
