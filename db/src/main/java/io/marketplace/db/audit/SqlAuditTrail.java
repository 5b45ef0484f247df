package io.marketplace.db.audit;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Appends entries to {@code audit_event}. */
@Singleton
public final class SqlAuditTrail implements AuditTrail {

  private final Sql sql;

  /** Writes through {@code sql}. */
  @Inject
  public SqlAuditTrail(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void record(AuditEntry entry) {
    sql.change(
        """
        insert into audit_event (id, tenant_id, actor_subject, actor_name, action, subject_type,
          subject_id, before, after, source_ip)
        values (?, ?, ?, ?, ?, ?, ?, jsonb_object(?, ?), jsonb_object(?, ?), ?)
        """,
        Ids.next(),
        entry.tenant().map(TenantId::value),
        entry.author().subject(),
        entry.author().name(),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        names(entry.before()),
        values(entry.before()),
        names(entry.after()),
        values(entry.after()),
        entry.author().sourceIp());
  }

  private static List<String> names(Facts facts) {
    return List.copyOf(facts.values().keySet());
  }

  private static List<String> values(Facts facts) {
    return List.copyOf(facts.values().values());
  }
}
