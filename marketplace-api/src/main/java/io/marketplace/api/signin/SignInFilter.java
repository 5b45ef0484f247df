package io.marketplace.api.signin;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.JoinOnSignIn;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes an actor of the token that the server has verified. A session of the portal is no token: a
 * page elsewhere could make a browser send its cookie.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@Singleton
public final class SignInFilter implements ContainerRequestFilter {

  private final JoinOnSignIn join;
  private final RecentActors recent;
  private final Caller caller;
  private final HttpServletRequest http;

  /** Tells {@code caller} who calls. */
  @Inject
  public SignInFilter(
      JoinOnSignIn join, RecentActors recent, Caller caller, HttpServletRequest http) {
    this.join = join;
    this.recent = recent;
    this.caller = caller;
    this.http = http;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Principal principal = request.getSecurityContext().getUserPrincipal();
    if (!(principal instanceof JsonWebToken token)) {
      throw new MarketplaceException(
          ProblemCode.UNAUTHENTICATED, "A valid bearer token is needed.");
    }
    Actor actor = recent.get(token.getRawToken(), () -> join.join(Claims.of(token)));
    caller.is(actor.from(Optional.ofNullable(http.getRemoteAddr())));
  }
}
