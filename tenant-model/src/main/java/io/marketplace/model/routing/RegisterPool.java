package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Cards;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A platform administrator makes a pool known. */
@Singleton
public final class RegisterPool {

  private final Work work;
  private final Pools pools;
  private final PoolReferences references;
  private final UpstreamRules rules;
  private final AuditTrail audit;

  /** Works on {@code pools}, whose addresses follow {@code rules}. */
  @Inject
  public RegisterPool(
      Work work,
      Pools pools,
      Providers providers,
      Cards cards,
      UpstreamRules rules,
      AuditTrail audit) {
    this.work = work;
    this.pools = pools;
    this.references = new PoolReferences(providers, cards);
    this.rules = rules;
    this.audit = audit;
  }

  /**
   * Registers a pool with its models and prices.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code
   *     invalid_request_error}, or {@code conflict} if the name is taken
   */
  public Pool register(Actor actor, PoolForm form) {
    actor.require(Role.PLATFORM_ADMIN);
    PoolForm checked = PoolCheck.check(form, rules);
    PoolId id = PoolId.create();
    return work.in(
        Scope.PLATFORM,
        () -> {
          references.check(checked);
          Taken.check("pool", checked.name(), pools.named(checked.name()).isPresent());
          pools.add(id, checked, actor.name());
          Pool pool = pools.find(id).orElseThrow();
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "pool.created",
                  "pool",
                  id.toString(),
                  Facts.NONE,
                  PoolCheck.facts(pool)));
          return pool;
        });
  }
}
