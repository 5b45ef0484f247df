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

/** A platform administrator takes a provider out of service; its usage stays explainable. */
@Singleton
public final class ArchiveProvider {

  private final Work work;
  private final Providers providers;
  private final Pools pools;
  private final AuditTrail audit;

  /** Works on {@code providers}. */
  @Inject
  public ArchiveProvider(Work work, Providers providers, Pools pools, AuditTrail audit) {
    this.work = work;
    this.providers = providers;
    this.pools = pools;
    this.audit = audit;
  }

  /**
   * Archives a provider that runs no pool in service any more.
   *
   * @param version the version that was looked at; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code not_found}, or {@code conflict} if a
   *     route or a pool still needs it (both are named) or it was changed meanwhile
   */
  public Provider archive(Actor actor, ProviderId id, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Provider before = providers.find(id).orElseThrow(ProviderCheck::unknown);
          if (before.archivedAt().isPresent()) {
            return before;
          }
          requireUnused(id);
          providers.archive(id, version.orElse(before.version()));
          Provider after = providers.find(id).orElseThrow();
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "provider.archived",
                  "provider",
                  id.toString(),
                  ProviderCheck.facts(before),
                  ProviderCheck.facts(after)));
          return after;
        });
  }

  private void requireUnused(ProviderId id) {
    List<Pool> running = pools.of(id);
    List<String> aliases =
        running.stream()
            .flatMap(pool -> pools.aliasesRoutedTo(pool.id()).stream())
            .distinct()
            .sorted()
            .toList();
    if (!aliases.isEmpty()) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "Take the provider's pools out of these routes first: "
              + String.join(", ", aliases)
              + ".");
    }
    if (!running.isEmpty()) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "Archive the provider's pools first: "
              + String.join(", ", running.stream().map(Pool::name).toList())
              + ".");
    }
  }
}
