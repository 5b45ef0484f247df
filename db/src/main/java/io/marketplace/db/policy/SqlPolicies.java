package io.marketplace.db.policy;

import io.marketplace.db.json.Json;
import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.policy.Policies;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyTree;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The versions in {@code policy}. */
@Singleton
public final class SqlPolicies implements Policies, PolicyQueries {

  private static final String COLUMNS =
      "select tenant_id, version::bigint, jsonb_build_object('rules', rules, 'sets', sets)::text,"
          + " note, created_by, created_at from policy ";

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlPolicies(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Optional<PolicyVersion> inForce(Optional<TenantId> owner) {
    return sql.one(
        COLUMNS + "where tenant_id is not distinct from ?::uuid order by version desc limit 1",
        SqlPolicies::version,
        owner.map(TenantId::value));
  }

  @Override
  public Optional<PolicyVersion> version(Optional<TenantId> owner, int version) {
    return sql.one(
        COLUMNS + "where tenant_id is not distinct from ?::uuid and version = ?",
        SqlPolicies::version,
        owner.map(TenantId::value),
        version);
  }

  @Override
  public void add(PolicyVersion version) {
    sql.change(
        """
        insert into policy (id, tenant_id, version, rules, sets, note, created_by, created_at)
        values (?, ?::uuid, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
        """,
        Ids.next(),
        version.tenant().map(TenantId::value),
        version.version(),
        Json.write(PolicyTree.rules(version.document())),
        Json.write(PolicyTree.sets(version.document())),
        version.note(),
        version.createdBy(),
        version.createdAt());
  }

  @Override
  public PolicyVersion platform(Actor actor) {
    return work.in(actor.scope(), () -> inForce(Optional.empty()))
        .orElseThrow(() -> new IllegalStateException("the first migration writes a policy"));
  }

  @Override
  public Optional<PolicyVersion> ofTenant(Actor actor, TenantId tenant) {
    if (actor.scope() instanceof Scope.OfTenant own && !own.tenant().equals(tenant)) {
      throw new MarketplaceException(ProblemCode.NOT_FOUND, "No tenant has this identifier.");
    }
    return work.in(actor.scope(), () -> inForce(Optional.of(tenant)));
  }

  @Override
  public Page<PolicyVersion> versions(Actor actor, PageRequest page) {
    return work.in(
        actor.scope(),
        () -> sql.page(page, COLUMNS + "order by created_at desc, id desc", SqlPolicies::version));
  }

  private static PolicyVersion version(Row row) {
    return new PolicyVersion(
        row.optionalId(1).map(TenantId::new),
        (int) row.number(2),
        document(row.text(3)),
        row.text(4),
        row.text(5),
        row.moment(6));
  }

  private static PolicyDocument document(String json) {
    try {
      Map<String, Object> stored = Json.readMap(json);
      return PolicyTree.read(stored.get("rules"), stored.get("sets"));
    } catch (MarketplaceException e) {
      throw new IllegalStateException("a stored policy cannot be read", e);
    }
  }
}
