package io.marketplace.api.signin;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who calls: known once the request has passed {@link SignInFilter}. */
@RequestScoped
public class Caller {

  private @Nullable Actor actor;

  void is(Actor known) {
    actor = known;
  }

  /**
   * The caller.
   *
   * @throws MarketplaceException {@code unauthenticated} if nobody has signed in
   */
  public Actor actor() {
    if (actor == null) {
      throw new MarketplaceException(
          ProblemCode.UNAUTHENTICATED, "A valid bearer token is needed.");
    }
    return actor;
  }
}
