package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Networks;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

  @Column(name = "tiers")
  private String[] tiers;

  @Column(name = "aliases")
  private String @Nullable [] aliases;

  @Column(name = "providers")
  private String @Nullable [] providers;

  @Column(name = "jurisdictions")
  private String @Nullable [] jurisdictions;

  @Column(name = "highest_sensitivity")
  private @Nullable String highestSensitivity;

  @Column(name = "source_networks")
  private String @Nullable [] sourceNetworks;

  @Column(name = "label_values_max")
  private int labelValuesMax;

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
    KeyScope scope = wish.scope();
    id = KeyId.create().value();
    name = wish.name();
    state = ACTIVE;
    tiers = scope.tiers().stream().sorted().map(Tier::code).toArray(String[]::new);
    aliases = array(scope.aliases());
    providers = array(scope.providers());
    jurisdictions = array(scope.jurisdictions());
    highestSensitivity = scope.highest().map(Sensitivity::code).orElse(null);
    sourceNetworks = array(scope.networks().map(Networks::texts));
    labelValuesMax = scope.labelValues();
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

  Sensitivity sensitivity() {
    return Sensitivity.of(sensitivity).orElseThrow();
  }

  KeyScope scope() {
    return new KeyScope(
        Arrays.stream(tiers).map(code -> Tier.of(code).orElseThrow()).collect(Collectors.toSet()),
        list(aliases),
        list(providers),
        list(jurisdictions),
        Optional.ofNullable(highestSensitivity).map(code -> Sensitivity.of(code).orElseThrow()),
        list(sourceNetworks).map(Networks::stored),
        labelValuesMax);
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

  void suspend() {
    state = SUSPENDED;
  }

  /**
   * Puts a suspended key into force again.
   *
   * @throws MarketplaceException {@code conflict} if it is not suspended
   */
  void resume() {
    if (!SUSPENDED.equals(state)) {
      throw new MarketplaceException(ProblemCode.CONFLICT, "The key is not suspended.");
    }
    state = ACTIVE;
  }

  void revoke(String reason, Instant now) {
    state = REVOKED;
    revokedAt = now;
    revokedReason = reason.isEmpty() ? null : reason;
  }

  Facts facts() {
    return Facts.of("state", state)
        .with("application", applicationId)
        .with("parent", parentId)
        .with("name", name)
        .with("tiers", String.join(", ", tiers))
        .with("aliases", joined(aliases))
        .with("sensitivity", sensitivity)
        .with("highestSensitivity", highestSensitivity)
        .with("sourceNetworks", joined(sourceNetworks))
        .with("labelValuesMax", labelValuesMax)
        .with("providers", joined(providers))
        .with("jurisdictions", joined(jurisdictions))
        .with("agent", pinnedAgent)
        .with("workflow", pinnedWorkflow)
        .with("customer", pinnedCustomer)
        .with("useCase", pinnedUseCase)
        .with("expiresAt", expiresAt)
        .with("reason", revokedReason);
  }

  private static String @Nullable [] array(Optional<List<String>> names) {
    return names.map(list -> list.toArray(String[]::new)).orElse(null);
  }

  private static Optional<List<String>> list(String @Nullable [] names) {
    return Optional.ofNullable(names).map(List::of);
  }

  private static Optional<String> joined(String @Nullable [] names) {
    return names == null ? Optional.empty() : Optional.of(String.join(", ", List.of(names)));
  }
}
