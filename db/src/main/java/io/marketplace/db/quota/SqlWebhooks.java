package io.marketplace.db.quota;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.Delivery;
import io.marketplace.model.quota.Webhook;
import io.marketplace.model.quota.WebhookDelivery;
import io.marketplace.model.quota.Webhooks;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webhooks in {@code webhook}, what is on its way to them in {@code webhook_delivery}. */
@Singleton
public final class SqlWebhooks implements Webhooks {

  private static final Duration OLDEST = Duration.ofDays(1);

  private final Sql sql;

  /** Speaks within the running unit of work. */
  @Inject
  public SqlWebhooks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Webhook> find(TenantId tenant) {
    return sql.one(
        "select tenant_id, url, updated_by, updated_at from webhook where tenant_id = ?",
        row -> new Webhook(new TenantId(row.id(1)), row.text(2), row.text(3), row.moment(4)),
        tenant.value());
  }

  @Override
  public Optional<byte[]> secret(TenantId tenant) {
    return sql.one(
        "select secret from webhook where tenant_id = ?", row -> row.bytes(1), tenant.value());
  }

  @Override
  public Page<Delivery> deliveries(TenantId tenant, PageRequest page) {
    return sql.page(
        page,
        """
        select g.id, g.tenant_id, g.budget_id, b.scope_type, b.scope_id, g.label, g.kind, g.spent_nano, g.cap_nano,
          g.at, d.attempts, d.last_answer, d.delivered_at, d.given_up_at,
          case when d.delivered_at is null and d.given_up_at is null then d.next_at end
        from budget_signal g join webhook_delivery d on d.signal_id = g.id
        left join budget b on b.id = g.budget_id
        where g.tenant_id = ?
        order by g.at desc, g.id
        """,
        row ->
            new Delivery(
                SqlBudgetQueries.signal(row),
                (int) row.number(11),
                row.optionalText(12),
                row.optionalMoment(13),
                row.optionalMoment(14),
                row.optionalMoment(15)),
        tenant.value());
  }

  @Override
  public void put(Webhook webhook, Optional<byte[]> sealedSecret) {
    int changed =
        sql.change(
            """
            update webhook set url = ?, updated_by = ?, updated_at = ?, secret = coalesce(?::bytea, secret)
            where tenant_id = ?
            """,
            webhook.url(),
            webhook.updatedBy(),
            webhook.updatedAt(),
            sealedSecret,
            webhook.tenant().value());
    if (changed == 0) {
      sql.change(
          "insert into webhook (tenant_id, url, secret, updated_by, updated_at) values (?, ?, ?, ?, ?)",
          webhook.tenant().value(),
          webhook.url(),
          sealedSecret.orElseThrow(() -> new IllegalStateException("a webhook needs a secret")),
          webhook.updatedBy(),
          webhook.updatedAt());
    }
  }

  @Override
  public boolean remove(TenantId tenant) {
    return sql.change("delete from webhook where tenant_id = ?", tenant.value()) > 0;
  }

  @Override
  public List<WebhookDelivery> take(Instant now, Instant again, int limit) {
    sql.change(
        """
        insert into webhook_delivery (signal_id, tenant_id, next_at)
        select g.id, g.tenant_id, ? from budget_signal g join webhook h on h.tenant_id = g.tenant_id
        where g.at > ? and not exists (select 1 from webhook_delivery d where d.signal_id = g.id)
        on conflict do nothing
        """,
        now,
        now.minus(OLDEST));
    return sql.list(
        """
        with taken as (
          update webhook_delivery d set attempts = d.attempts + 1, next_at = ?
          from (select c.signal_id from webhook_delivery c
            where c.delivered_at is null and c.given_up_at is null and c.next_at <= ?
              and exists (select 1 from webhook h where h.tenant_id = c.tenant_id)
            order by c.next_at, c.signal_id limit ? for update skip locked) due
          where d.signal_id = due.signal_id returning d.signal_id, d.tenant_id, d.attempts)
        select g.id, g.tenant_id, g.budget_id, b.scope_type, b.scope_id, g.label, g.kind, g.spent_nano, g.cap_nano,
          g.at, h.url, encode(h.secret, 'hex'), t.attempts
        from taken t join budget_signal g on g.id = t.signal_id join webhook h on h.tenant_id = t.tenant_id
        left join budget b on b.id = g.budget_id
        order by g.at, g.id
        """,
        SqlWebhooks::delivery,
        again,
        now,
        limit);
  }

  private static WebhookDelivery delivery(Row row) {
    return new WebhookDelivery(
        SqlBudgetQueries.signal(row),
        row.text(11),
        HexFormat.of().parseHex(row.text(12)),
        (int) row.number(13));
  }

  @Override
  public void delivered(UUID signal, Instant now, String answer) {
    sql.change(
        "update webhook_delivery set delivered_at = ?, last_answer = ? where signal_id = ?",
        now,
        answer,
        signal);
  }

  @Override
  public void failed(UUID signal, Instant now, Optional<Instant> again, String answer) {
    sql.change(
        """
        update webhook_delivery set next_at = coalesce(?::timestamptz, next_at), last_answer = ?,
          given_up_at = case when ?::timestamptz is null then ?::timestamptz end
        where signal_id = ?
        """,
        again,
        answer,
        again,
        now,
        signal);
  }
}
