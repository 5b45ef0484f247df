package io.marketplace.model.guard;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows what guardrails make of a text, exactly as the gateway would. The text is kept nowhere. */
@Singleton
public final class TestGuardrails {

  private static final int MAX_TEXT = 100_000;

  private final Work work;
  private final Guardrails guardrails;
  private final Screens screens;

  /** Reads what is in force from {@code guardrails}. */
  @Inject
  public TestGuardrails(Work work, Guardrails guardrails, Screens screens) {
    this.work = work;
    this.guardrails = guardrails;
    this.screens = screens;
  }

  /**
   * Reads {@code text}.
   *
   * @param draft rules not yet in force; empty: those in force for the actor's tenant, the
   *     platform's and its own
   * @param requestClass the request class of the call; empty: none
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} or {@code
   *     invalid_request_error}
   */
  public ScreenReport test(
      Actor actor,
      String text,
      Side side,
      Optional<String> requestClass,
      Optional<List<GuardRule>> draft) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR);
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw Input.invalid("text", "text must have 1 to 100,000 characters.");
    }
    Set<String> classes = requestClass.map(Set::of).orElse(Set.of());
    List<GuardRule> rules = draft.map(GuardRuleCheck::check).orElseGet(() -> inForce(actor));
    return screens.read(rules.stream().filter(rule -> rule.holdsFor(classes)).toList(), side, text);
  }

  private List<GuardRule> inForce(Actor actor) {
    return work.in(
        actor.scope(),
        () -> {
          List<GuardRule> rules = new ArrayList<>();
          guardrails.inForce(Optional.empty()).ifPresent(found -> rules.addAll(found.rules()));
          if (actor.tenant().isPresent()) {
            guardrails.inForce(actor.tenant()).ifPresent(found -> rules.addAll(found.rules()));
          }
          return rules;
        });
  }
}
