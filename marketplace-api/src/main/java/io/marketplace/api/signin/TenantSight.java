package io.marketplace.api.signin;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/**
 * Lets whoever sees all tenants read as if there were one alone: {@code ?tenant=} on any request
 * that reads. A tenant that the caller does not see is not found. Where something would be changed
 * the parameter is refused rather than passed over: what was meant for one tenant must not become
 * the platform's.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@Singleton
public final class TenantSight implements ContainerRequestFilter {

  static final String PARAMETER = "tenant";

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  // Into the fields: the server makes providers by their constructor without arguments.
  @Inject private Caller caller;
  @Inject private TenantQueries tenants;

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> asked =
        request.getUriInfo().getQueryParameters().getOrDefault(PARAMETER, List.of()).stream()
            .flatMap(value -> QueryValues.text(value).stream())
            .toList();
    if (asked.isEmpty()) {
      return;
    }
    if (!READING.contains(request.getMethod())) {
      throw Input.invalid(
          PARAMETER, "tenant narrows what is read; this request changes something.");
    }
    if (asked.size() > 1) {
      throw Input.invalid(PARAMETER, "tenant must name one tenant.");
    }
    Actor actor = caller.actor();
    TenantId tenant = tenants.tenant(actor, TenantId.parse(asked.getFirst())).id();
    caller.is(actor.lookingAt(tenant));
  }
}
