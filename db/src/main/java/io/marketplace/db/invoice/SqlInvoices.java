package io.marketplace.db.invoice;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceId;
import io.marketplace.model.invoice.InvoiceLine;
import io.marketplace.model.invoice.InvoiceQueries;
import io.marketplace.model.invoice.Invoices;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.ProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The rows of {@code invoice} and {@code invoice_line} beside the ledger's. */
@Singleton
public final class SqlInvoices implements Invoices, InvoiceQueries {

  private static final String INVOICES =
      """
      select i.id, i.provider_id, p.name, i.format, i.name, i.from_day, i.to_day, i.lines::bigint,
        i.total_nano, i.imported_by, i.imported_at
      from invoice i join provider p on p.id = i.provider_id
      """;

  private static final String DIFFERENCES =
      """
      with one as (select * from invoice where id = ?),
      booked as (
        select (u.hour at time zone 'UTC')::date as day,
          regexp_replace(lower(u.model), '-(20\\d{2}-\\d{2}-\\d{2}|20\\d{6})$', '') as model,
          sum(u.prompt_tokens)::bigint as input, sum(u.completion_tokens)::bigint as output,
          sum(u.cost_nano)::bigint as cost
        from usage_hour u join pool p on p.id = u.pool_id
        join one on p.provider_id = one.provider_id
        where u.hour >= one.from_day::timestamp at time zone 'UTC'
          and u.hour < (one.to_day + 1)::timestamp at time zone 'UTC'
        group by 1, 2),
      asked as (select l.* from invoice_line l join one on l.invoice_id = one.id)
      select coalesce(a.day, b.day), coalesce(a.model, b.model), a.cost_nano, b.cost,
        a.input_tokens, a.output_tokens, coalesce(b.input, 0), coalesce(b.output, 0)
      from asked a full join booked b on b.day = a.day and b.model = a.model
      order by 1, 2
      """;

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlInvoices(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public void add(Invoice invoice, String digest, List<InvoiceLine> lines) {
    sql.change(
        """
        insert into invoice (id, provider_id, format, name, digest, from_day, to_day, lines,
          total_nano, imported_by, imported_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        invoice.id().value(),
        invoice.provider().value(),
        invoice.format().code(),
        invoice.name(),
        digest,
        invoice.from(),
        invoice.to(),
        invoice.lines(),
        invoice.total().value(),
        invoice.importedBy(),
        invoice.importedAt());
    for (InvoiceLine line : lines) {
      sql.change(
          """
          insert into invoice_line (invoice_id, day, model, input_tokens, output_tokens, cost_nano)
          values (?, ?, ?, ?::bigint, ?::bigint, ?)
          """,
          invoice.id().value(),
          line.day(),
          line.model(),
          line.inputTokens(),
          line.outputTokens(),
          line.cost().value());
    }
  }

  @Override
  public Optional<Invoice> find(InvoiceId id) {
    return sql.one(INVOICES + "where i.id = ?", SqlInvoices::invoice, id.value());
  }

  @Override
  public void remove(InvoiceId id) {
    sql.change("delete from invoice where id = ?", id.value());
  }

  @Override
  public Page<Invoice> invoices(Actor actor, PageRequest page) {
    return work.in(
        reader(actor),
        () ->
            sql.page(
                page, INVOICES + "order by i.imported_at desc, i.id desc", SqlInvoices::invoice));
  }

  @Override
  public Invoice invoice(Actor actor, InvoiceId id) {
    return work.in(reader(actor), () -> find(id)).orElseThrow(SqlInvoices::unknown);
  }

  @Override
  public List<Difference> differences(Actor actor, InvoiceId id) {
    return work.in(
        reader(actor),
        () -> {
          var unused = find(id).orElseThrow(SqlInvoices::unknown);
          return sql.list(DIFFERENCES, SqlInvoices::difference, id.value());
        });
  }

  private static Scope reader(Actor actor) {
    actor.require(Role.PLATFORM_ADMIN, Role.FINOPS);
    if (actor.scope() instanceof Scope.Platform platform) {
      return platform;
    }
    throw new MarketplaceException(ProblemCode.FORBIDDEN, "Invoices are the platform's.");
  }

  private static MarketplaceException unknown() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "No invoice has this identifier.");
  }

  private static Invoice invoice(Row row) {
    return new Invoice(
        new InvoiceId(row.id(1)),
        new ProviderId(row.id(2)),
        row.text(3),
        InvoiceFormat.parse("format", row.text(4)),
        row.text(5),
        row.day(6),
        row.day(7),
        (int) row.number(8),
        new NanoUsd(row.number(9)),
        row.text(10),
        row.moment(11));
  }

  private static Difference difference(Row row) {
    return new Difference(
        row.day(1),
        row.text(2),
        row.optionalNumber(3).map(NanoUsd::new),
        row.optionalNumber(4).map(NanoUsd::new),
        row.optionalNumber(5),
        row.optionalNumber(6),
        row.number(7),
        row.number(8));
  }
}
