package io.marketplace.db.kernel;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.RepeatedRequests;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Keeps them in {@code idempotency_key}; the primary key decides between two at once. */
@Singleton
public final class SqlRepeatedRequests implements RepeatedRequests {

  private final Work work;
  private final Sql sql;

  /** Speaks through {@code sql} within {@code work}. */
  @Inject
  public SqlRepeatedRequests(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Claim claim(Actor actor, String key, byte[] requestHash) {
    return work.in(
        actor.scope(),
        () -> {
          sql.change(
              """
              delete from idempotency_key
              where actor_subject = ? and created_at < now() - interval '24 hours'
              """,
              actor.subject());
          int claimed =
              sql.change(
                  """
                  insert into idempotency_key (actor_subject, key, tenant_id, request_hash)
                  values (?, ?, ?, ?) on conflict (actor_subject, key) do nothing
                  """,
                  actor.subject(),
                  key,
                  actor.tenant().map(TenantId::value),
                  requestHash);
          return claimed == 1 ? new Claim.First() : known(actor, key, requestHash);
        });
  }

  // A row that cannot be seen belongs to a tenant the actor has left: to them, another request.
  private Claim known(Actor actor, String key, byte[] requestHash) {
    return sql.one(
            """
            select request_hash = ?, status, response::text from idempotency_key
            where actor_subject = ? and key = ?
            """,
            row -> read(row),
            requestHash,
            actor.subject(),
            key)
        .orElseGet(Claim.Different::new);
  }

  private static Claim read(Row row) {
    if (!row.flag(1)) {
      return new Claim.Different();
    }
    return row.optionalNumber(2)
        .<Claim>map(
            status -> new Claim.Answered(status.intValue(), row.optionalText(3).orElse("{}")))
        .orElseGet(Claim.UnderWay::new);
  }

  @Override
  public void settle(Actor actor, String key, int status, String answer) {
    work.in(
        actor.scope(),
        () ->
            sql.change(
                """
                update idempotency_key set status = ?, response = ?::jsonb
                where actor_subject = ? and key = ? and status is null
                """,
                status,
                answer,
                actor.subject(),
                key));
  }

  @Override
  public void release(Actor actor, String key) {
    work.in(
        actor.scope(),
        () ->
            sql.change(
                """
                delete from idempotency_key
                where actor_subject = ? and key = ? and status is null
                """,
                actor.subject(),
                key));
  }
}
