package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish for access to a tier, on its way to a grant. Its methods are the only transitions. */
@Entity
@Table(name = "access_request")
public class AccessRequest {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "tier")
  private String tier;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "sensitivity")
  private String sensitivity;

  @Column(name = "expected_requests_per_month")
  private @Nullable Long expectedRequestsPerMonth;

  @Column(name = "budget_nano")
  private long budgetNano;

  @Column(name = "until")
  private @Nullable Instant until;

  @Column(name = "state")
  private String state;

  @Column(name = "approvals_needed")
  private int approvalsNeeded;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "grant_id")
  private @Nullable UUID grantId;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For the persistence provider. */
  protected AccessRequest() {}

  AccessRequest(
      Application application,
      PersonId requestedBy,
      RequestTerms terms,
      RequestState first,
      Instant now) {
    this.id = RequestId.create().value();
    this.tenantId = application.tenant().value();
    this.applicationId = application.id().value();
    this.requestedBy = requestedBy.value();
    this.state = first.code();
    this.approvalsNeeded = 1;
    this.updatedAt = now;
    setTerms(terms);
  }

  /** The identifier. */
  public RequestId id() {
    return new RequestId(id);
  }

  /** The tenant. */
  public TenantId tenant() {
    return new TenantId(tenantId);
  }

  /** The application the access is for. */
  public ApplicationId application() {
    return new ApplicationId(applicationId);
  }

  /** Who asked. */
  public PersonId requestedBy() {
    return new PersonId(requestedBy);
  }

  /** Where it stands. */
  public RequestState state() {
    return RequestState.of(state).orElseThrow();
  }

  /** The grant that came of it. */
  public Optional<GrantId> grant() {
    return Optional.ofNullable(grantId).map(GrantId::new);
  }

  /** What is asked for, with the changes made on the way. */
  public RequestTerms terms() {
    return new RequestTerms(
        Tier.of(tier).orElseThrow(),
        purpose,
        Sensitivity.of(sensitivity).orElseThrow(),
        Optional.ofNullable(expectedRequestsPerMonth),
        new NanoUsd(budgetNano),
        Optional.ofNullable(until));
  }

  final void setTerms(RequestTerms terms) {
    tier = terms.tier().code();
    purpose = terms.purpose();
    sensitivity = terms.sensitivity().code();
    expectedRequestsPerMonth = terms.expectedRequestsPerMonth().orElse(null);
    budgetNano = terms.budget().value();
    until = terms.until().orElse(null);
  }

  /** Goes on to {@code next}, from one of {@code allowed} only. */
  void move(RequestState next, Instant now, RequestState... allowed) {
    requireState(allowed);
    state = next.code();
    updatedAt = now;
  }

  /**
   * Refuses any state but {@code allowed}.
   *
   * @throws MarketplaceException {@code conflict}, naming the present state
   */
  void requireState(RequestState... allowed) {
    for (RequestState one : allowed) {
      if (state() == one) {
        return;
      }
    }
    throw new MarketplaceException(
        ProblemCode.CONFLICT, "The request is " + state + " by now; this cannot be done.");
  }

  /** Who sends a draft off asks for what it says, whoever began it. */
  void askedBy(PersonId person) {
    requestedBy = person.value();
  }

  void needApprovals(int count) {
    approvalsNeeded = count;
  }

  void grantedBy(GrantId grant) {
    grantId = grant.value();
  }

  Facts facts() {
    return Facts.of("state", state)
        .with("application", applicationId)
        .with("tier", tier)
        .with("purpose", purpose)
        .with("sensitivity", sensitivity)
        .with("expectedRequestsPerMonth", expectedRequestsPerMonth)
        .with("budgetUsd", new NanoUsd(budgetNano).toDollars())
        .with("until", until)
        .with("approvalsNeeded", approvalsNeeded)
        .with("grant", grantId);
  }
}
