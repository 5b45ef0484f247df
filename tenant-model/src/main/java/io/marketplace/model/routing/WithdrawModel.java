package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A platform administrator says that a pool serves a model no more. */
@Singleton
public final class WithdrawModel {

  private final Work work;
  private final Pools pools;
  private final AuditTrail audit;

  /** Works on {@code pools}. */
  @Inject
  public WithdrawModel(Work work, Pools pools, AuditTrail audit) {
    this.work = work;
    this.pools = pools;
    this.audit = audit;
  }

  /**
   * Takes a model out of a pool; its prices and its usage stay.
   *
   * @param version the version that was looked at; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code not_found}, or {@code conflict} if a
   *     route still names it, it is the pool's last, or the pool was changed meanwhile
   */
  public Pool withdraw(Actor actor, PoolId id, String model, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Pool before = pools.find(id).orElseThrow(PoolCheck::unknown);
          requireWithdrawable(before, model);
          pools.withdraw(id, model, version.orElse(before.version()));
          Pool after = pools.find(id).orElseThrow();
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "pool.model_withdrawn",
                  "pool",
                  id.toString(),
                  PoolCheck.facts(before),
                  PoolCheck.facts(after)));
          return after;
        });
  }

  private void requireWithdrawable(Pool pool, String model) {
    if (pool.models().stream().noneMatch(served -> served.name().equals(model))) {
      throw new MarketplaceException(ProblemCode.NOT_FOUND, "The pool serves no such model.");
    }
    List<String> aliases = pools.aliasesRoutedTo(pool.id(), model);
    if (!aliases.isEmpty()) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "Take the model out of these routes first: " + String.join(", ", aliases) + ".");
    }
    if (pool.models().size() == 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "It is the pool's last model: archive the pool instead.");
    }
  }
}
