package io.marketplace.api.guard;

import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text to try guardrails on.
 *
 * @param text 1 to 100,000 characters
 * @param side prompt or answer; left out: prompt
 * @param requestClass the request class of the call
 * @param rules rules that are not in force yet; left out: those in force
 */
public record ScreenTest(
    String text,
    @Nullable String side,
    Optional<String> requestClass,
    @Nullable List<GuardRuleBody> rules) {

  Side of() {
    return side == null ? Side.PROMPT : Side.parse("side", side);
  }

  Optional<List<GuardRule>> draft() {
    return Optional.ofNullable(rules).map(list -> list.stream().map(GuardRuleBody::rule).toList());
  }
}
