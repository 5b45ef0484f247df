package io.marketplace.model.guard;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says what may not stand in prompts and answers. A platform administrator writes the rules of all
 * tenants; a tenant's approver adds the tenant's own, and can take none of the platform's away.
 */
@Singleton
public final class PutGuardrails {

  private final Work work;
  private final Guardrails guardrails;
  private final Screens screens;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code guardrails}. */
  @Inject
  public PutGuardrails(
      Work work, Guardrails guardrails, Screens screens, AuditTrail audit, Clock clock) {
    this.work = work;
    this.guardrails = guardrails;
    this.screens = screens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a version; the gateways follow within a second. No rule at all screens nothing.
   *
   * @param version the version the change was made on, 0 for none; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error} naming the rule
   *     and its part, or {@code conflict} if somebody else wrote a version meanwhile
   */
  public GuardrailVersion put(
      Actor actor, List<GuardRule> rules, String note, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    boolean platform = actor.is(Role.PLATFORM_ADMIN);
    Optional<TenantId> owner = platform ? Optional.empty() : actor.tenant();
    Scope scope = platform ? Scope.PLATFORM : actor.scope();
    List<GuardRule> checked = GuardRuleCheck.check(rules);
    screens.check(checked);
    String why = Input.text("note", note, 500);
    return work.in(
        scope,
        () -> {
          Optional<GuardrailVersion> before = guardrails.inForce(owner);
          int current = before.map(GuardrailVersion::version).orElse(0);
          if (version.orElse(current) != current) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "The guardrails were changed meanwhile: version " + current + " is in force.");
          }
          GuardrailVersion next =
              new GuardrailVersion(owner, current + 1, checked, why, actor.name(), clock.instant());
          guardrails.add(next);
          audit.record(
              new AuditEntry(
                  owner,
                  Author.of(actor),
                  "guardrails.put",
                  "guardrails",
                  owner.map(TenantId::toString).orElse("platform"),
                  before.map(PutGuardrails::facts).orElse(Facts.NONE),
                  facts(next)));
          return next;
        });
  }

  /** Rules by name and kind; the terms of a deny list are not for everybody who reads the audit. */
  private static Facts facts(GuardrailVersion version) {
    return Facts.of("version", version.version())
        .with(
            "rules", String.join("; ", version.rules().stream().map(PutGuardrails::words).toList()))
        .with("note", version.note());
  }

  private static String words(GuardRule rule) {
    String values = rule.values().isEmpty() ? "" : " (" + rule.values().size() + " values)";
    return rule.name() + ": " + rule.action().code() + " " + rule.detector().code() + values;
  }
}
