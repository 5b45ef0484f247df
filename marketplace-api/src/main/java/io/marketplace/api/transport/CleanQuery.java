package io.marketplace.api.transport;

import io.marketplace.api.json.CleanText;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses query parameters that are not text, before a database does. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public final class CleanQuery implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!CleanText.isClean(name) || !values.stream().allMatch(CleanText::isClean)) {
                throw new MarketplaceException(
                    ProblemCode.INVALID_REQUEST, "The address holds characters that are not text.");
              }
            });
  }
}
