package io.marketplace.db.audit;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        array(select f.value from jsonb_each_text(e.after) f order by f.key)
      from audit_event e left join tenant t on t.id = e.tenant_id
      where (?::text is null or e.actor_name ilike ? or e.actor_subject ilike ?)
        and (?::text is null or starts_with(e.action, ?))
        and (?::text is null or e.subject_type = ?)
        and (?::text is null or e.subject_id = ?)
        and (?::timestamptz is null or e.at >= ?)
        and (?::timestamptz is null or e.at < ?)
        and (?::text is null or e.before::text ilike ? or e.after::text ilike ?
          or e.action ilike ? or e.subject_id ilike ?)
      order by e.id desc
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
    var who = filter.actor().map(Sql::contains);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                EVENTS,
                SqlAuditQueries::event,
                who,
                who,
                who,
                filter.action(),
                filter.action(),
                filter.subjectType(),
                filter.subjectType(),
                filter.subjectId(),
                filter.subjectId(),
                filter.from(),
                filter.from(),
                filter.to(),
                filter.to(),
                text,
                text,
                text,
                text,
                text));
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
        facts(row.texts(10), row.texts(11)),
        facts(row.texts(12), row.texts(13)));
  }

  private static Facts facts(List<String> names, List<String> values) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      facts.put(names.get(i), values.get(i));
    }
    return Facts.of(facts);
  }
}
