package io.marketplace.model.access;

import io.marketplace.model.kernel.PersonId;
import java.util.Optional;
import java.util.Set;

/** Keeps requests and what was decided of them. Within the running unit of work. */
public interface AccessRequests {

  /**
   * The request, locked until the unit of work ends: of two who decide at once the second sees what
   * the first did.
   */
  Optional<AccessRequest> lock(RequestId id);

  /** The request, unlocked. */
  Optional<AccessRequest> find(RequestId id);

  /** Keeps a new request. */
  void add(AccessRequest request);

  /** Adds to a request's history. */
  void addDecision(AccessRequest request, Decision decision);

  /** Who has approved it so far. */
  Set<PersonId> approvers(RequestId id);

  /** Who has answered for those who ask, and could change what is asked for. */
  Set<PersonId> repliers(RequestId id);
}
