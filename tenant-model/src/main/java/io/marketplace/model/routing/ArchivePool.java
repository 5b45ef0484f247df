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

/** A platform administrator takes a pool out of service; its usage stays explainable. */
@Singleton
public final class ArchivePool {

  private final Work work;
  private final Pools pools;
  private final AuditTrail audit;

  /** Works on {@code pools}. */
  @Inject
  public ArchivePool(Work work, Pools pools, AuditTrail audit) {
    this.work = work;
    this.pools = pools;
    this.audit = audit;
  }

  /**
   * Archives a pool that no route names.
   *
   * @param version the version that was looked at; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code not_found}, or {@code conflict} if a
   *     route still names it or it was changed meanwhile
   */
  public Pool archive(Actor actor, PoolId id, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Pool before = pools.find(id).orElseThrow(PoolCheck::unknown);
          if (before.archivedAt().isPresent()) {
            return before;
          }
          List<String> aliases = pools.aliasesRoutedTo(id);
          if (!aliases.isEmpty()) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "Take the pool out of these routes first: " + String.join(", ", aliases) + ".");
          }
          pools.archive(id, version.orElse(before.version()));
          Pool after = pools.find(id).orElseThrow();
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "pool.archived",
                  "pool",
                  id.toString(),
                  PoolCheck.facts(before),
                  PoolCheck.facts(after)));
          return after;
        });
  }
}
