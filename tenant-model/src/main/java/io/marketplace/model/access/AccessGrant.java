package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An application's right to a tier, within a budget and a sensitivity. */
@Entity
@Table(name = "access_grant")
public class AccessGrant {

  /** After a year somebody should look whether a grant is still needed. */
  static final Duration RECERTIFY_AFTER = Duration.ofDays(365);

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "tier")
  private String tier;

  @Column(name = "sensitivity")
  private String sensitivity;

  @Column(name = "budget_nano")
  private long budgetNano;

  @Column(name = "until")
  private @Nullable Instant until;

  @Column(name = "state")
  private String state;

  @Column(name = "state_reason")
  private String stateReason;

  @Column(name = "request_id")
  private @Nullable UUID requestId;

  @Column(name = "recertify_by")
  private @Nullable Instant recertifyBy;

  @Column(name = "recertified_at")
  private @Nullable Instant recertifiedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected AccessGrant() {}

  AccessGrant(AccessRequest request, Instant now) {
    this.id = GrantId.create().value();
    this.tenantId = request.tenant().value();
    this.applicationId = request.application().value();
    this.tier = request.terms().tier().code();
    this.state = GrantState.ACTIVE.code();
    this.stateReason = "";
    take(request, now);
  }

  /** The identifier. */
  public GrantId id() {
    return new GrantId(id);
  }

  /** The tenant. */
  public TenantId tenant() {
    return new TenantId(tenantId);
  }

  /** The request that it was given or changed for last. */
  Optional<RequestId> request() {
    return Optional.ofNullable(requestId).map(RequestId::new);
  }

  /** The tier it opens. */
  public Tier tier() {
    return Tier.of(tier).orElseThrow();
  }

  /** The most sensitive data that may be sent. */
  public Sensitivity sensitivity() {
    return Sensitivity.of(sensitivity).orElseThrow();
  }

  /** Where it stands. */
  public GrantState state() {
    return GrantState.of(state).orElseThrow();
  }

  /** Whether it is in force at {@code now}. */
  public boolean isInForce(Instant now) {
    return state() == GrantState.ACTIVE && (until == null || until.isAfter(now));
  }

  /** Takes over the terms of an approved request. */
  final void take(AccessRequest request, Instant now) {
    RequestTerms terms = request.terms();
    sensitivity = terms.sensitivity().code();
    budgetNano = terms.budget().value();
    until = terms.until().orElse(null);
    requestId = request.id().value();
    recertifyBy = now.plus(RECERTIFY_AFTER);
  }

  /**
   * Goes on to {@code next}, from one of {@code allowed} only.
   *
   * @throws MarketplaceException {@code conflict}, naming the present state
   */
  void move(GrantState next, String reason, GrantState... allowed) {
    requireState(allowed);
    state = next.code();
    stateReason = reason;
  }

  void requireState(GrantState... allowed) {
    if (!Arrays.asList(allowed).contains(state())) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "The grant is "
              + state
              + "; this can be done only while it is "
              + Arrays.stream(allowed).map(GrantState::code).collect(Collectors.joining(" or "))
              + ".");
    }
  }

  void recertify(Instant newUntil, Instant now) {
    until = newUntil;
    recertifiedAt = now;
    recertifyBy = now.plus(RECERTIFY_AFTER);
  }

  Facts facts() {
    return Facts.of("state", state)
        .with("application", applicationId)
        .with("tier", tier)
        .with("sensitivity", sensitivity)
        .with("budgetUsd", new NanoUsd(budgetNano).toDollars())
        .with("until", until)
        .with("reason", stateReason.isEmpty() ? null : stateReason)
        .with("request", requestId)
        .with("recertifyBy", recertifyBy);
  }
}
