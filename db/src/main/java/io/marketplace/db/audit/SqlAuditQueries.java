package io.marketplace.db.audit;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.audit.Author;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Reads {@code audit_event}. */
@Singleton
public final class SqlAuditQueries implements AuditQueries {

  private static final String EVENTS =
      """
      select e.id, e.at, t.name, e.actor_subject, e.actor_name, e.source_ip, e.action,
        e.subject_type, e.subject_id,
        array(select f.key from jsonb_each_text(e.before) f order by f.key),
        array(select f.value from jsonb_each_text(e.before) f order by f.key),
        array(select f.key from jsonb_each_text(e.after) f order by f.key),
        array(select f.value from jsonb_each_text(e.after) f order by f.key),
        e.sequence, encode(e.hash, 'hex')
      from audit_event e left join tenant t on t.id = e.tenant_id
      """;

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlAuditQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Page<AuditEvent> events(Actor actor, AuditFilter filter, PageRequest page) {
    actor.require(Role.AUDITOR, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                EVENTS + "where " + AuditSelection.WHERE + " order by e.id desc",
                SqlAuditQueries::event,
                AuditSelection.parameters(filter).toArray()));
  }

  private static AuditEvent event(Row row) {
    return new AuditEvent(
        row.id(1),
        row.moment(2),
        row.optionalText(3),
        new Author(row.text(4), row.text(5), row.optionalText(6)),
        row.text(7),
        row.text(8),
        row.text(9),
        AuditSelection.facts(row.texts(10), row.texts(11)),
        AuditSelection.facts(row.texts(12), row.texts(13)),
        row.number(14),
        row.text(15));
  }
}
