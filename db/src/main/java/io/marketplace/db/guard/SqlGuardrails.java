package io.marketplace.db.guard;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.guard.GuardrailQueries;
import io.marketplace.model.guard.GuardrailVersion;
import io.marketplace.model.guard.Guardrails;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The versions in {@code guardrails}. */
@Singleton
public final class SqlGuardrails implements Guardrails, GuardrailQueries {

  private static final String COLUMNS =
      "select tenant_id, version::bigint, rules::text, note, created_by, created_at from guardrails ";

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlGuardrails(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Optional<GuardrailVersion> inForce(Optional<TenantId> owner) {
    return sql.one(
        COLUMNS + "where tenant_id is not distinct from ?::uuid order by version desc limit 1",
        SqlGuardrails::version,
        owner.map(TenantId::value));
  }

  @Override
  public void add(GuardrailVersion version) {
    sql.change(
        """
        insert into guardrails (id, tenant_id, version, rules, note, created_by, created_at)
        values (?, ?::uuid, ?, ?::jsonb, ?, ?, ?)
        """,
        Ids.next(),
        version.tenant().map(TenantId::value),
        version.version(),
        RuleJson.write(version.rules()),
        version.note(),
        version.createdBy(),
        version.createdAt());
  }

  @Override
  public Optional<GuardrailVersion> platform(Actor actor) {
    return work.in(reader(actor), () -> inForce(Optional.empty()));
  }

  @Override
  public Optional<GuardrailVersion> ofTenant(Actor actor, TenantId tenant) {
    Scope scope = reader(actor);
    if (scope instanceof Scope.OfTenant own && !own.tenant().equals(tenant)) {
      throw new MarketplaceException(ProblemCode.NOT_FOUND, "No tenant has this identifier.");
    }
    return work.in(scope, () -> inForce(Optional.of(tenant)));
  }

  @Override
  public Page<GuardrailVersion> versions(Actor actor, PageRequest page) {
    return work.in(
        reader(actor),
        () ->
            sql.page(page, COLUMNS + "order by created_at desc, id desc", SqlGuardrails::version));
  }

  private static Scope reader(Actor actor) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR);
    return actor.scope();
  }

  private static GuardrailVersion version(Row row) {
    return new GuardrailVersion(
        row.optionalId(1).map(TenantId::new),
        (int) row.number(2),
        RuleJson.read(row.text(3)),
        row.text(4),
        row.text(5),
        row.moment(6));
  }
}
