package io.marketplace.gateway.quota;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.util.Map;

/** Why a call cannot be paid for. */
enum BudgetFailure {
  EXCEEDED,
  UNAVAILABLE,
  TOO_MANY_LABELS;

  /** What the caller is told; OpenAI's clients obey {@code x-should-retry}. */
  GatewayProblem problem(String scope) {
    return switch (this) {
      case EXCEEDED ->
          new GatewayProblem(
              ProblemCode.BUDGET_EXCEEDED,
              "The budget of this call's " + scope + " has less left than the call may cost.",
              null,
              Map.of("x-should-retry", "false"));
      case UNAVAILABLE ->
          new GatewayProblem(
              ProblemCode.BUDGET_UNAVAILABLE,
              "The budget of this call's " + scope + " cannot be asked now. Try again shortly.",
              null,
              Map.of("Retry-After", "1"));
      case TOO_MANY_LABELS ->
          new GatewayProblem(
              ProblemCode.BUDGET_EXCEEDED,
              "Budgets limit what each "
                  + scope
                  + " spends, and this key has named as many different ones this month as it may"
                  + " (labelValuesMax). Name one of those.",
              header(scope),
              Map.of("x-should-retry", "false"));
    };
  }

  private static String header(String scope) {
    return switch (scope) {
      case "agent" -> "Marketplace-Agent";
      case "workflow" -> "Marketplace-Workflow";
      case "customer" -> "Marketplace-Customer";
      default -> "Marketplace-Use-Case";
    };
  }
}
