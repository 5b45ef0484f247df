package io.marketplace.model.policy;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says which data may go where. A platform administrator writes the platform's policy; a tenant's
 * approver the tenant's own, which may only be stricter.
 */
@Singleton
public final class PutPolicy {

  private final Work work;
  private final Policies policies;
  private final PolicyProviders providers;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code policies}. */
  @Inject
  public PutPolicy(
      Work work, Policies policies, PolicyProviders providers, AuditTrail audit, Clock clock) {
    this.work = work;
    this.policies = policies;
    this.providers = providers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a version of the policy; the gateways follow within a second. No rule at all denies
   * everything.
   *
   * @param version the version the change was made on, 0 for none; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error} (also for a
   *     tenant's rule that the platform's policy does not allow), or {@code conflict} if somebody
   *     else wrote a version meanwhile
   */
  public PolicyVersion put(Actor actor, PolicyDocument document, String note, OptionalInt version) {
    String why = Input.text("note", note, 500);
    return work.in(
        scope(actor), () -> write(actor, document, why, version, "policy.put", Facts.NONE));
  }

  /**
   * Puts what an earlier version said in force again, as a new version; it must still be a policy
   * that could be written today.
   *
   * @param to the earlier version
   * @param version as in {@link #put}
   * @throws MarketplaceException as {@link #put} does, and {@code not_found} if there is no such
   *     version
   */
  public PolicyVersion rollBack(Actor actor, int to, String note, OptionalInt version) {
    String why = Input.text("note", note, 500);
    return work.in(
        scope(actor),
        () -> {
          PolicyVersion earlier =
              policies
                  .version(owner(actor), to)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND,
                              "The policy has no version " + to + ".",
                              "to"));
          String said = why.isEmpty() ? "Back to version " + to : why;
          return write(
              actor,
              earlier.document(),
              said,
              version,
              "policy.rolled-back",
              Facts.of("rolledBackTo", to));
        });
  }

  private static Scope scope(Actor actor) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return actor.is(Role.PLATFORM_ADMIN) ? Scope.PLATFORM : actor.scope();
  }

  /** Whose policy the actor writes: empty for the platform's. */
  static Optional<TenantId> owner(Actor actor) {
    return actor.is(Role.PLATFORM_ADMIN) ? Optional.empty() : actor.tenant();
  }

  private PolicyVersion write(
      Actor actor,
      PolicyDocument document,
      String note,
      OptionalInt version,
      String action,
      Facts more) {
    Optional<TenantId> owner = owner(actor);
    Optional<PolicyVersion> before = policies.inForce(owner);
    int current = before.map(PolicyVersion::version).orElse(0);
    if (version.orElse(current) != current) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "The policy was changed meanwhile: version " + current + " is in force.");
    }
    DraftCheck.check(policies, providers, owner, document);
    PolicyVersion next =
        new PolicyVersion(owner, current + 1, document, note, actor.name(), clock.instant());
    policies.add(next);
    audit.record(
        new AuditEntry(
            owner,
            Author.of(actor),
            action,
            "policy",
            owner.map(TenantId::toString).orElse("platform"),
            before.map(PutPolicy::facts).orElse(Facts.NONE),
            more.values().entrySet().stream()
                .reduce(
                    facts(next),
                    (facts, fact) -> facts.with(fact.getKey(), fact.getValue()),
                    (one, other) -> other)));
    return next;
  }

  private static Facts facts(PolicyVersion version) {
    return Facts.of("version", version.version())
        .with("rules", version.document().words())
        .with("note", version.note());
  }
}
