package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Application;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that an application calls the gateway with. Its secrets are kept apart from it. */
@Entity
@Table(name = "virtual_key")
public class VirtualKey {

  static final String ACTIVE = "active";
  static final String SUSPENDED = "suspended";
  static final String REVOKED = "revoked";

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "parent_id")
  private @Nullable UUID parentId;

  @Column(name = "name")
  private String name;

  @Column(name = "state")
  private String state;

  @Column(name = "sensitivity")
  private String sensitivity;

  @Embedded private ScopeColumns scope;

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

  @Embedded private @Nullable SuspensionColumns suspension;

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
    this.tenantId = application.tenant().value();
    this.applicationId = application.id().value();
    this.sensitivity = sensitivity.code();
    take(wish, createdBy);
  }

  /** A sub-key of {@code parent}; the wish must have been held to it. */
  VirtualKey(VirtualKey parent, KeyWish wish, String createdBy) {
    this.tenantId = parent.tenantId;
    this.applicationId = parent.applicationId;
    this.parentId = parent.id;
    this.sensitivity = parent.sensitivity;
    take(wish, createdBy);
  }

  private void take(KeyWish wish, String issuer) {
    id = KeyId.create().value();
    name = wish.name();
    state = ACTIVE;
    scope = new ScopeColumns(wish.scope());
    pinnedAgent = wish.attribution().agent().orElse(null);
    pinnedWorkflow = wish.attribution().workflow().orElse(null);
    pinnedCustomer = wish.attribution().customer().orElse(null);
    pinnedUseCase = wish.attribution().useCase().orElse(null);
    expiresAt = wish.expiresAt().orElse(null);
    createdBy = issuer;
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

  /** The key this one was minted from, if it is a sub-key. */
  public Optional<KeyId> parent() {
    return Optional.ofNullable(parentId).map(KeyId::new);
  }

  KeyScope scope() {
    return scope.value();
  }

  PinnedAttribution attribution() {
    return new PinnedAttribution(
        Optional.ofNullable(pinnedAgent),
        Optional.ofNullable(pinnedWorkflow),
        Optional.ofNullable(pinnedCustomer),
        Optional.ofNullable(pinnedUseCase));
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
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

  /**
   * Refuses a key that nobody may call with now.
   *
   * @throws MarketplaceException {@code conflict}
   */
  void requireActive(Instant now) {
    requireWorking(now);
    if (SUSPENDED.equals(state)) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "The key is suspended; resume it first.");
    }
  }

  /**
   * Puts a working key out of force. One that is suspended already is held in the higher right from
   * now on.
   *
   * @throws MarketplaceException {@code conflict} if it does not work, or is suspended in the same
   *     or a higher right
   */
  void suspend(Suspension told) {
    requireWorking(told.at());
    if (suspension != null && suspension.value().right().atLeast(told.right())) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The key is suspended already.");
    }
    state = SUSPENDED;
    suspension = new SuspensionColumns(told);
  }

  /**
   * Puts a suspended key into force again.
   *
   * @throws MarketplaceException {@code conflict} if it is not suspended, {@code forbidden} if it
   *     was suspended in a higher right
   */
  void resume(KeyRight right) {
    if (suspension == null) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The key is not suspended.");
    }
    KeyRight needed = suspension.value().right();
    if (!right.atLeast(needed)) {
      throw new MarketplaceException(
          ProblemCode.FORBIDDEN,
          "The key was suspended as " + needed.code() + "; nobody below that resumes it.");
    }
    state = ACTIVE;
    suspension = null;
  }

  void revoke(String reason, Instant now) {
    state = REVOKED;
    suspension = null;
    revokedAt = now;
    revokedReason = reason.isEmpty() ? null : reason;
  }

  Facts facts() {
    Facts named =
        Facts.of("state", state)
            .with("application", applicationId)
            .with("parent", parentId)
            .with("name", name)
            .with("sensitivity", sensitivity);
    return scope
        .after(named)
        .with("agent", pinnedAgent)
        .with("workflow", pinnedWorkflow)
        .with("customer", pinnedCustomer)
        .with("useCase", pinnedUseCase)
        .with("expiresAt", expiresAt)
        .with("suspendedAs", suspension == null ? null : suspension.value().right().code())
        .with("reason", revokedReason);
  }
}
