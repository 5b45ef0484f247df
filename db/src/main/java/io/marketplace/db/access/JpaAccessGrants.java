package io.marketplace.db.access;

import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.access.AccessGrant;
import io.marketplace.model.access.AccessGrants;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps grants as entities. */
@Singleton
public final class JpaAccessGrants implements AccessGrants {

  private static final List<String> OPEN =
      List.of(GrantState.ACTIVE.code(), GrantState.SUSPENDED.code());

  private final Transactions transactions;

  /** Works within {@code transactions}. */
  @Inject
  public JpaAccessGrants(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<AccessGrant> lock(GrantId id) {
    return Optional.ofNullable(
        transactions
            .entities()
            .find(AccessGrant.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<AccessGrant> findOpen(ApplicationId application, Tier tier) {
    return open(application).stream().filter(grant -> grant.tier() == tier).findFirst();
  }

  @Override
  public List<AccessGrant> open(ApplicationId application) {
    return transactions
        .entities()
        .createQuery(
            "select g from AccessGrant g where g.applicationId = :application and g.state in :open",
            AccessGrant.class)
        .setParameter("application", application.value())
        .setParameter("open", OPEN)
        .getResultList();
  }

  @Override
  public List<AccessGrant> lockOverdue(Instant now, int limit) {
    List<?> ids =
        transactions
            .entities()
            .createNativeQuery(
                """
                select id from access_grant where state in ('active', 'suspended') and until <= :now
                order by id limit :limit for update skip locked
                """,
                UUID.class)
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultList();
    return ids.stream().map(id -> transactions.entities().find(AccessGrant.class, id)).toList();
  }

  @Override
  public void add(AccessGrant grant) {
    transactions.entities().persist(grant);
  }
}
