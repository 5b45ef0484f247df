package io.marketplace.api.signin;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TrustedProxies;
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
import java.util.Collections;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes an actor of the token that the server has verified. A session of the portal is no token: a
 * page elsewhere could make a browser send its cookie.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@Singleton
public final class SignInFilter implements ContainerRequestFilter {

  // Into the fields: the server makes providers by their constructor without arguments.
  @Inject private JoinOnSignIn join;
  @Inject private RecentActors recent;
  @Inject private Caller caller;
  @Inject private HttpServletRequest http;
  @Inject private TrustedProxies proxies;

  @Override
  public void filter(ContainerRequestContext request) {
    Principal principal = request.getSecurityContext().getUserPrincipal();
    if (!(principal instanceof JsonWebToken token)) {
      throw new MarketplaceException(
          ProblemCode.UNAUTHENTICATED, "A valid bearer token is needed.");
    }
    Actor actor = recent.get(token.getRawToken(), () -> join.join(Claims.of(token)));
    caller.is(
        actor.from(
            proxies.caller(
                String.valueOf(http.getRemoteAddr()),
                Collections.list(http.getHeaders("X-Forwarded-For")))));
  }
}
