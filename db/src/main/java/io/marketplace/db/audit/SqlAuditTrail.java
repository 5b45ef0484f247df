package io.marketplace.db.audit;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditSeal;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Appends entries to {@code audit_event}, whose trigger chains them, and seals the chain's end. */
@Singleton
public final class SqlAuditTrail implements AuditTrail {

  private final Sql sql;
  private final AuditSeal seal;

  /** Writes through {@code sql}. */
  @Inject
  public SqlAuditTrail(Sql sql, AuditSeal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  @Override
  public void record(AuditEntry entry) {
    Place place =
        sql.one(
                """
                insert into audit_event (id, tenant_id, actor_subject, actor_name, action,
                  subject_type, subject_id, before, after, source_ip)
                values (?, ?, ?, ?, ?, ?, ?, jsonb_object(?, ?), jsonb_object(?, ?), ?)
                returning sequence, encode(hash, 'hex')
                """,
                row -> new Place(row.number(1), row.text(2)),
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
                entry.author().sourceIp())
            .orElseThrow();
    sql.change(
        "update audit_head set seal = decode(?, 'hex') where tenant_id is not distinct from ?::uuid",
        seal.of(entry.tenant(), place.sequence, place.hash),
        entry.tenant().map(TenantId::value));
  }

  private record Place(long sequence, String hash) {}

  private static List<String> names(Facts facts) {
    return List.copyOf(facts.values().keySet());
  }

  private static List<String> values(Facts facts) {
    return List.copyOf(facts.values().values());
  }
}
