package io.marketplace.model.policy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows what a policy that is being written would have done to last week's calls. */
@Singleton
public final class PreviewPolicy {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MAX_GROUPS = 5_000;

  private final Work work;
  private final Policies policies;
  private final PolicyProviders providers;
  private final PolicyTraffic traffic;
  private final Clock clock;

  /** Compares on what {@code traffic} saw. */
  @Inject
  public PreviewPolicy(
      Work work, Policies policies, PolicyProviders providers, PolicyTraffic traffic, Clock clock) {
    this.work = work;
    this.policies = policies;
    this.providers = providers;
    this.traffic = traffic;
    this.clock = clock;
  }

  /**
   * Compares {@code document} with the version in force that it would follow: the platform's for a
   * platform administrator, else the tenant's own.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, or {@code
   *     invalid_request_error} for a document that could not be put in force
   */
  public PolicyPreview preview(Actor actor, PolicyDocument document) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    Optional<TenantId> owner = PutPolicy.owner(actor);
    Instant until = clock.instant();
    Instant from = until.minus(WEEK);
    return work.in(
        owner.isEmpty() ? Scope.PLATFORM : actor.scope(),
        () -> {
          DraftCheck.check(policies, providers, owner, document);
          List<TrafficGroup> groups = traffic.since(from, MAX_GROUPS);
          return new PreviewSum(
                  tenant -> laws(owner, document, tenant),
                  (tenant, alias) -> providers.hops(Optional.of(tenant), alias))
              .of(from, until, groups);
        });
  }

  private PreviewSum.Laws laws(Optional<TenantId> owner, PolicyDocument document, TenantId tenant) {
    Optional<PolicyVersion> platform = policies.inForce(Optional.empty());
    Optional<PolicyVersion> own = policies.inForce(Optional.of(tenant));
    Law now = Law.of(platform, own);
    if (owner.isPresent()) {
      int version = own.map(PolicyVersion::version).orElse(0) + 1;
      return new PreviewSum.Laws(
          now, Law.of(platform, Optional.empty()).narrowedBy(version, document));
    }
    int version = platform.map(PolicyVersion::version).orElse(0) + 1;
    Law next = Law.platform(version, document);
    return new PreviewSum.Laws(
        now, own.map(one -> next.narrowedBy(one.version(), one.document())).orElse(next));
  }
}
