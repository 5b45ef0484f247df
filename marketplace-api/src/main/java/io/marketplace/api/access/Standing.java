package io.marketplace.api.access;

import io.marketplace.model.access.GrantOutcome;
import io.marketplace.model.access.RequestOutcome;
import java.util.Optional;

/**
 * Where a request or grant stands after a step.
 *
 * @param id the request or grant
 * @param state its state now
 * @param grantId the grant that came of a request
 */
public record Standing(String id, String state, Optional<String> grantId) {

  static Standing of(RequestOutcome outcome) {
    return new Standing(
        outcome.id().toString(), outcome.state().code(), outcome.grant().map(Object::toString));
  }

  static Standing of(GrantOutcome outcome) {
    return new Standing(outcome.id().toString(), outcome.state().code(), Optional.empty());
  }
}
