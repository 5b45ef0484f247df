package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.catalogue.Cards;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;

/** A platform administrator changes a pool. */
@Singleton
public final class UpdatePool {

  private final Work work;
  private final Pools pools;
  private final PoolReferences references;
  private final UpstreamRules rules;
  private final AuditTrail audit;

  /** Works on {@code pools}, whose addresses follow {@code rules}. */
  @Inject
  public UpdatePool(
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
   * Replaces what is told of a pool; models not named stay as they are. An archived pool serves
   * again.
   *
   * @param version the version the change was made on; empty: whatever is in force
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code not_found},
   *     {@code invalid_request_error}, or {@code conflict} if it was changed meanwhile or the name
   *     is taken
   */
  public Pool update(Actor actor, PoolId id, PoolForm form, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    PoolForm checked = PoolCheck.check(form, rules);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Pool before = pools.find(id).orElseThrow(PoolCheck::unknown);
          references.check(checked);
          Taken.check(
              "pool",
              checked.name(),
              pools.named(checked.name()).filter(other -> !other.id().equals(id)).isPresent());
          pools.change(id, checked, version.orElse(before.version()), actor.name());
          Pool after = pools.find(id).orElseThrow();
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "pool.changed",
                  "pool",
                  id.toString(),
                  PoolCheck.facts(before),
                  PoolCheck.facts(after)));
          return after;
        });
  }
}
