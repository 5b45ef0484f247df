package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps grants. Within the running unit of work. */
public interface AccessGrants {

  /** The grant, locked until the unit of work ends. */
  Optional<AccessGrant> lock(GrantId id);

  /** The application's active or suspended grant of the tier. */
  Optional<AccessGrant> findOpen(ApplicationId application, Tier tier);

  /** All active or suspended grants of the application. */
  List<AccessGrant> open(ApplicationId application);

  /**
   * Up to {@code limit} open grants whose time is over, locked; those locked by others are left.
   */
  List<AccessGrant> lockOverdue(Instant now, int limit);

  /** Keeps a new grant. */
  void add(AccessGrant grant);
}
