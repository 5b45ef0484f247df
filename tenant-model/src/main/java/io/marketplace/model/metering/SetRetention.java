package io.marketplace.model.metering;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says how long a tenant's calls stay in the ledger one by one; hourly sums stay for ever. A
 * platform administrator says it of any tenant, an approver of the own.
 */
@Singleton
public final class SetRetention {

  private final Work work;
  private final Tenants tenants;
  private final Retentions retentions;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code retentions}. */
  @Inject
  public SetRetention(
      Work work, Tenants tenants, Retentions retentions, AuditTrail audit, Clock clock) {
    this.work = work;
    this.tenants = tenants;
    this.retentions = retentions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sets it; upkeep removes what is older within a day. What is removed does not come back when
   * more days are set later. Saying again what stands changes nothing.
   *
   * @param days how long; empty: for ever
   * @param version the version the change was made on, 0 for none; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code not_found} for a tenant the actor does
   *     not see, or {@code conflict} if somebody else changed it meanwhile
   */
  public Retention set(
      Actor actor, TenantId tenant, Optional<RetentionDays> days, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return work.in(
        actor.scope(),
        () -> {
          var unused =
              tenants
                  .find(tenant)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no tenant of this identifier."));
          Optional<Retention> before = retentions.find(tenant);
          int current = before.map(Retention::version).orElse(0);
          if (version.orElse(current) != current) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "The retention was changed meanwhile: version " + current + " is in force.");
          }
          if (before.isPresent() && before.get().days().equals(days)) {
            return before.get();
          }
          Retention after = new Retention(tenant, days, current + 1, actor.name(), clock.instant());
          if (before.isPresent()) {
            retentions.change(after);
          } else {
            retentions.add(after);
          }
          audit.record(
              new AuditEntry(
                  Optional.of(tenant),
                  Author.of(actor),
                  "retention.set",
                  "tenant",
                  tenant.toString(),
                  before.map(Retention::facts).orElse(Facts.NONE),
                  after.facts()));
          return after;
        });
  }
}
