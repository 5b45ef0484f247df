package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.OwnApplications;
import io.marketplace.model.tenant.Tenant;
import io.marketplace.model.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Forecasts the cost and the policy's effects of terms, for those who ask and those who decide. */
@Singleton
public final class AdviseAccess {

  private final Work work;
  private final OwnApplications own;
  private final AccessRequests requests;
  private final Tenants tenants;
  private final TierCosts costs;
  private final PolicyEffects policies;

  /** Asks {@code costs} and {@code policies}. */
  @Inject
  public AdviseAccess(
      Work work,
      OwnApplications own,
      AccessRequests requests,
      Tenants tenants,
      TierCosts costs,
      PolicyEffects policies) {
    this.work = work;
    this.own = own;
    this.requests = requests;
    this.tenants = tenants;
    this.costs = costs;
    this.policies = policies;
  }

  /**
   * Advice for terms that are about to be asked for.
   *
   * @throws MarketplaceException {@code not_found} or {@code forbidden} for an application the
   *     actor may not act for
   */
  public AccessAdvice advise(Actor actor, ApplicationId application, RequestTerms terms) {
    return work.in(actor.scope(), () -> advice(own.require(actor, application).tenant(), terms));
  }

  /**
   * Advice for a request with the changes an approver has in mind.
   *
   * @throws MarketplaceException {@code not_found} if the actor's scope has none of that identifier
   */
  public AccessAdvice advise(Actor actor, RequestId id, TermChanges changes) {
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request =
              requests
                  .find(id)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND,
                              "There is no access request of this identifier."));
          if (!actor.readsWholeScope()) {
            own.require(actor, request.application());
          }
          return advice(request.tenant(), request.terms().with(changes));
        });
  }

  private AccessAdvice advice(TenantId tenant, RequestTerms terms) {
    ApprovalThresholds thresholds =
        tenants.find(tenant).map(Tenant::thresholds).orElse(ApprovalThresholds.DEFAULT);
    return new AccessAdvice(
        terms
            .expectedRequestsPerMonth()
            .flatMap(
                expected ->
                    costs
                        .of(tenant, terms.tier())
                        .map(cost -> AccessForecast.of(expected, cost, terms.budget()))),
        policies.of(tenant, terms.tier(), terms.sensitivity()),
        thresholds.approvalsFor(terms.budget(), terms.sensitivity()));
  }
}
