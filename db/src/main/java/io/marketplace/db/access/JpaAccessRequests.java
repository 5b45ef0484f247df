package io.marketplace.db.access;

import io.marketplace.db.kernel.Sql;
import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.access.AccessRequest;
import io.marketplace.model.access.AccessRequests;
import io.marketplace.model.access.Decision;
import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps requests as entities, decisions as rows that are only added. */
@Singleton
public final class JpaAccessRequests implements AccessRequests {

  private final Transactions transactions;
  private final Sql sql;

  /** Works within {@code transactions}. */
  @Inject
  public JpaAccessRequests(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public Optional<AccessRequest> lock(RequestId id) {
    return Optional.ofNullable(
        transactions
            .entities()
            .find(AccessRequest.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<AccessRequest> find(RequestId id) {
    return Optional.ofNullable(transactions.entities().find(AccessRequest.class, id.value()));
  }

  @Override
  public void add(AccessRequest request) {
    transactions.entities().persist(request);
  }

  @Override
  public void addDecision(AccessRequest request, Decision decision) {
    sql.change(
        """
        insert into access_decision (id, tenant_id, request_id, person_id, kind, reason, changes, at)
        values (?, ?, ?, ?, ?, ?, jsonb_object(?, ?), ?)
        """,
        Ids.next(),
        request.tenant().value(),
        request.id().value(),
        decision.person().value(),
        decision.kind().code(),
        decision.reason(),
        List.copyOf(decision.changes().values().keySet()),
        List.copyOf(decision.changes().values().values()),
        decision.at());
  }

  @Override
  public Set<PersonId> approvers(RequestId id) {
    return people(id, DecisionKind.APPROVE);
  }

  @Override
  public Set<PersonId> repliers(RequestId id) {
    return people(id, DecisionKind.REPLY);
  }

  private Set<PersonId> people(RequestId id, DecisionKind kind) {
    return Set.copyOf(
        sql.list(
            "select distinct person_id from access_decision where request_id = ? and kind = ?",
            row -> new PersonId(row.id(1)),
            id.value(),
            kind.code()));
  }
}
