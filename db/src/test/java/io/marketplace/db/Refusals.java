package io.marketplace.db;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts refusals by their code. */
public final class Refusals {

  private Refusals() {}

  /** Asserts that {@code call} is refused with {@code code}. */
  public static AbstractThrowableAssert<?, ?> assertRefused(
      ProblemCode code, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MarketplaceException.class,
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.code())
                    .as(refused.sentence())
                    .isEqualTo(code));
  }
}
