package io.marketplace.model.access;

import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Marks grants as expired whose time is over. Upkeep, to be called every minute or so; several
 * servers may do so at once. The gateway looks at the time itself and does not wait for this.
 */
@Singleton
public final class ExpireGrants {

  private static final int BATCH = 200;

  private final Work work;
  private final AccessGrants grants;
  private final GrantDesk desk;
  private final Clock clock;

  /** Finds grants in {@code grants}. */
  @Inject
  public ExpireGrants(Work work, AccessGrants grants, GrantDesk desk, Clock clock) {
    this.work = work;
    this.grants = grants;
    this.desk = desk;
    this.clock = clock;
  }

  /** Marks them; how many there were. */
  public int expire() {
    int expired = 0;
    int batch;
    do {
      batch = work.in(Scope.PLATFORM, this::expireBatch);
      expired += batch;
    } while (batch == BATCH);
    return expired;
  }

  private int expireBatch() {
    Instant now = clock.instant();
    List<AccessGrant> overdue = grants.lockOverdue(now, BATCH);
    for (AccessGrant grant : overdue) {
      Facts before = grant.facts();
      grant.move(GrantState.EXPIRED, "", GrantState.ACTIVE, GrantState.SUSPENDED);
      desk.record(Author.UPKEEP, grant, "grant.expired", before);
    }
    return overdue.size();
  }
}
