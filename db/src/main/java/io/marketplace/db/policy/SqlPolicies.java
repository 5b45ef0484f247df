package io.marketplace.db.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions in {@code policy}. */
@Singleton
public final class SqlPolicies implements Policies, PolicyQueries {

  private static final String COLUMNS =
      "select tenant_id, version::bigint, rules::text, note, created_by, created_at from policy ";

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
  public void add(PolicyVersion version) {
    sql.change(
        """
        insert into policy (id, tenant_id, version, rules, note, created_by, created_at)
        values (?, ?::uuid, ?, ?::jsonb, ?, ?, ?)
        """,
        Ids.next(),
        version.tenant().map(TenantId::value),
        version.version(),
        json(version.rules()),
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
        rules(row.text(3)),
        row.text(4),
        row.text(5),
        row.moment(6));
  }

  private static List<PolicyRule> rules(String json) {
    List<PolicyRule> rules = new ArrayList<>();
    for (JsonNode rule : Json.read(json)) {
      List<String> places = new ArrayList<>();
      rule.path("jurisdictions").forEach(place -> places.add(place.asText()));
      Sensitivity.of(rule.path("sensitivity").asText())
          .ifPresent(level -> rules.add(new PolicyRule(level, places)));
    }
    return rules;
  }

  private static String json(List<PolicyRule> rules) {
    ArrayNode list = Json.array();
    for (PolicyRule rule : rules) {
      ArrayNode places =
          list.addObject().put("sensitivity", rule.sensitivity().code()).putArray("jurisdictions");
      rule.jurisdictions().forEach(places::add);
    }
    return list.toString();
  }
}
