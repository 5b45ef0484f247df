package io.marketplace.model.policy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Explains what the law says about a call that nobody has made yet. */
@Singleton
public final class DecidePolicy {

  private final Work work;
  private final Policies policies;
  private final PolicyProviders providers;
  private final Tenants tenants;

  /** Decides by {@code policies}. */
  @Inject
  public DecidePolicy(Work work, Policies policies, PolicyProviders providers, Tenants tenants) {
    this.work = work;
    this.tenants = tenants;
    this.policies = policies;
    this.providers = providers;
  }

  /**
   * A call that might be made.
   *
   * @param sensitivity of its data
   * @param alias what is called; empty: any provider there is
   * @param provider the only provider in question, by name
   * @param tenant whose call; empty: of the actor's tenant, for the platform's people of no tenant,
   *     by the platform's policy alone
   */
  public record Question(
      Sensitivity sensitivity,
      Optional<String> alias,
      Optional<String> provider,
      Optional<TenantId> tenant) {}

  /**
   * What becomes of it.
   *
   * @param law the policies asked, such as {@code platform policy 3, tenant policy 1}
   * @param lawful whether it may go anywhere
   * @param hops each place in question with its verdict; of an alias in the route's order
   */
  public record Explanation(String law, boolean lawful, List<HopVerdict> hops) {

    /** Copies the list. */
    public Explanation {
      hops = List.copyOf(hops);
    }
  }

  /**
   * A place in question.
   *
   * @param hop where; pool and model are empty unless an alias was asked for
   * @param verdict what the law says
   */
  public record HopVerdict(PolicyHop hop, Verdict verdict) {}

  /**
   * Decides.
   *
   * @throws MarketplaceException {@code not_found} for a tenant the actor may not see, {@code
   *     invalid_request_error} for an alias that leads nowhere or a provider nobody registered
   */
  public Explanation decide(Actor actor, Question question) {
    Optional<TenantId> tenant = question.tenant().or(actor::tenant);
    if (actor.scope() instanceof Scope.OfTenant own
        && tenant.filter(own.tenant()::equals).isEmpty()) {
      throw unknownTenant();
    }
    return work.in(
        actor.scope(),
        () -> {
          if (tenant.isPresent() && tenants.find(tenant.get()).isEmpty()) {
            throw unknownTenant();
          }
          Law law =
              Law.of(
                  policies.inForce(Optional.empty()),
                  tenant.flatMap(one -> policies.inForce(Optional.of(one))));
          List<HopVerdict> hops =
              hops(tenant, question).stream()
                  .map(
                      hop ->
                          new HopVerdict(hop, law.decide(question.sensitivity(), hop.provider())))
                  .toList();
          boolean lawful = hops.stream().anyMatch(one -> one.verdict().lawful());
          return new Explanation(law.label(), lawful, hops);
        });
  }

  private static MarketplaceException unknownTenant() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "No tenant has this identifier.");
  }

  private List<PolicyHop> hops(Optional<TenantId> tenant, Question question) {
    List<PolicyHop> hops =
        question
            .alias()
            .map(alias -> providers.hops(tenant, alias))
            .orElseGet(
                () -> providers.all().stream().map(one -> new PolicyHop("", "", one)).toList());
    if (hops.isEmpty() && question.alias().isPresent()) {
      throw Input.invalid("alias", "alias leads to no pool.");
    }
    if (question.provider().isEmpty()) {
      return hops;
    }
    String wanted = question.provider().get();
    List<PolicyHop> left =
        hops.stream().filter(hop -> hop.provider().name().equalsIgnoreCase(wanted)).toList();
    if (left.isEmpty()) {
      throw Input.invalid("provider", "provider is not among those that could be called.");
    }
    return left;
  }
}
