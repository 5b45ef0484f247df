package io.marketplace.api.json;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answer to a creation: 201, where the thing stands, and what it is. */
public final class Created {

  private Created() {}

  /** Answers {@code entity}, which stands at {@code id} below the list {@code uri} was sent to. */
  public static Response at(UriInfo uri, Object id, Object entity) {
    return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
        .entity(entity)
        .build();
  }
}
