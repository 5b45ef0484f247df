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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Says which data may go where. A platform administrator writes the platform's policy; a tenant's
 * approver the tenant's own, which may only be stricter.
 */
@Singleton
public final class PutPolicy {

  private static final int MAX_RULES = 100;
  private static final int MAX_PLACES = 50;

  private final Work work;
  private final Policies policies;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code policies}. */
  @Inject
  public PutPolicy(Work work, Policies policies, AuditTrail audit, Clock clock) {
    this.work = work;
    this.policies = policies;
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
  public PolicyVersion put(Actor actor, List<PolicyRule> rules, String note, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    Optional<TenantId> owner = actor.is(Role.PLATFORM_ADMIN) ? Optional.empty() : actor.tenant();
    Scope scope = actor.is(Role.PLATFORM_ADMIN) ? Scope.PLATFORM : actor.scope();
    List<PolicyRule> checked = check(rules);
    String why = Input.text("note", note, 500);
    return work.in(
        scope,
        () -> {
          Optional<PolicyVersion> before = policies.inForce(owner);
          int current = before.map(PolicyVersion::version).orElse(0);
          if (version.orElse(current) != current) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "The policy was changed meanwhile: version " + current + " is in force.");
          }
          PolicyVersion next =
              new PolicyVersion(owner, current + 1, checked, why, actor.name(), clock.instant());
          if (owner.isPresent()) {
            mustNarrow(next);
          }
          policies.add(next);
          audit.record(
              new AuditEntry(
                  owner,
                  Author.of(actor),
                  "policy.put",
                  "policy",
                  owner.map(TenantId::toString).orElse("platform"),
                  before.map(PutPolicy::facts).orElse(Facts.NONE),
                  facts(next)));
          return next;
        });
  }

  private void mustNarrow(PolicyVersion next) {
    Policy platform =
        policies
            .inForce(Optional.empty())
            .map(PolicyVersion::policy)
            .orElseGet(() -> new Policy("platform policy", List.of()));
    List<PolicyRule> wider = next.policy().widerThan(platform);
    if (!wider.isEmpty()) {
      throw Input.invalid(
          "rules", "A tenant may only be stricter. The platform does not allow: " + words(wider));
    }
  }

  private static List<PolicyRule> check(List<PolicyRule> rules) {
    if (rules.size() > MAX_RULES) {
      throw Input.invalid("rules", "rules must be at most 100.");
    }
    Map<Sensitivity, TreeSet<String>> merged = new EnumMap<>(Sensitivity.class);
    for (PolicyRule rule : rules) {
      if (rule.jurisdictions().isEmpty() || rule.jurisdictions().size() > MAX_PLACES) {
        throw Input.invalid("rules.jurisdictions", "A rule must name 1 to 50 jurisdictions.");
      }
      for (String place : rule.jurisdictions()) {
        merged
            .computeIfAbsent(rule.sensitivity(), level -> new TreeSet<>())
            .add(Input.line("rules.jurisdictions", place, 40));
      }
    }
    List<PolicyRule> checked = new ArrayList<>();
    merged.forEach((level, places) -> checked.add(new PolicyRule(level, List.copyOf(places))));
    return checked;
  }

  private static Facts facts(PolicyVersion version) {
    return Facts.of("version", version.version())
        .with("rules", words(version.rules()))
        .with("note", version.note());
  }

  private static String words(List<PolicyRule> rules) {
    return String.join(
        "; ",
        rules.stream()
            .map(
                rule -> rule.sensitivity().code() + " → " + String.join(", ", rule.jurisdictions()))
            .toList());
  }
}
