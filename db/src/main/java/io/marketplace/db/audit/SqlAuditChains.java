package io.marketplace.db.audit;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.audit.AuditChains;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.ChainHead;
import io.marketplace.model.audit.ChainedEvent;
import io.marketplace.model.kernel.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code audit_event} and {@code audit_head} in the order of the chains. */
@Singleton
public final class SqlAuditChains implements AuditChains {

  // A value that is no text was not written by the trail: it is shown as JSON, and so breaks the
  // hash.
  private static final String ENTRIES =
      """
      select e.sequence, e.id, e.at, e.tenant_id, e.actor_subject, e.actor_name, e.source_ip,
        e.action, e.subject_type, e.subject_id,
        array(select f.key from jsonb_each(e.before) f order by f.key),
        array(select case jsonb_typeof(f.value) when 'string' then f.value #>> '{}'
          else 'not text: ' || f.value::text end from jsonb_each(e.before) f order by f.key),
        array(select f.key from jsonb_each(e.after) f order by f.key),
        array(select case jsonb_typeof(f.value) when 'string' then f.value #>> '{}'
          else 'not text: ' || f.value::text end from jsonb_each(e.after) f order by f.key),
        encode(e.previous_hash, 'hex'), encode(e.hash, 'hex')
      from audit_event e
      where
      """;

  private final Sql sql;

  /** Reads through {@code sql}. */
  @Inject
  public SqlAuditChains(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<ChainHead> heads() {
    return sql.list(
        """
        select h.tenant_id, t.name, h.sequence, encode(h.hash, 'hex'), encode(h.seal, 'hex')
        from audit_head h left join tenant t on t.id = h.tenant_id
        order by h.tenant_id nulls first
        """,
        row ->
            new ChainHead(
                row.optionalId(1).map(TenantId::new),
                row.optionalText(2),
                row.number(3),
                row.text(4),
                row.optionalText(5)));
  }

  @Override
  public List<ChainedEvent> entries(
      Optional<TenantId> tenant, AuditFilter filter, long after, int limit) {
    List<@Nullable Object> parameters = new ArrayList<>();
    tenant.ifPresent(one -> parameters.add(one.value()));
    parameters.add(after);
    parameters.addAll(AuditSelection.parameters(filter));
    // two conditions, since an index answers neither to "is not distinct from"
    String chain = tenant.isPresent() ? "e.tenant_id = ?" : "e.tenant_id is null";
    return sql.list(
        ENTRIES
            + chain
            + " and e.sequence > ? and "
            + AuditSelection.WHERE
            + " order by e.sequence limit "
            + limit,
        SqlAuditChains::event,
        parameters.toArray());
  }

  private static ChainedEvent event(Row row) {
    return new ChainedEvent(
        row.number(1),
        row.id(2),
        row.moment(3),
        row.optionalId(4).map(TenantId::new),
        new Author(row.text(5), row.text(6), row.optionalText(7)),
        row.text(8),
        row.text(9),
        row.text(10),
        AuditSelection.facts(row.texts(11), row.texts(12)),
        AuditSelection.facts(row.texts(13), row.texts(14)),
        row.text(15),
        row.text(16));
  }
}
