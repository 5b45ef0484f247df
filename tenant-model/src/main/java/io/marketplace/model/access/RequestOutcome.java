package io.marketplace.model.access;

import java.util.Optional;

/**
 * Where a request stands after a step.
 *
 * @param id the request
 * @param state its state now
 * @param grant the grant, once there is one
 */
public record RequestOutcome(RequestId id, RequestState state, Optional<GrantId> grant) {

  static RequestOutcome of(AccessRequest request) {
    return new RequestOutcome(request.id(), request.state(), request.grant());
  }
}
