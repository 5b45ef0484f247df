package io.marketplace.db.access;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.PolicyEffect;
import io.marketplace.model.access.PolicyEffect.ProviderEffect;
import io.marketplace.model.access.PolicyEffects;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Policies;
import io.marketplace.model.policy.Policy;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Puts the policy in force beside the providers of the route in force. */
@Singleton
public final class SqlPolicyEffects implements PolicyEffects {

  private static final String PROVIDERS =
      """
      with body as (
        select body from route where alias = ? and (tenant_id = ? or tenant_id is null)
        order by tenant_id nulls last, version desc limit 1),
      hop as (
        select jsonb_path_query(body, '$.candidates[*].poolId') #>> '{}' as pool from body
        union
        select jsonb_path_query(body, '$.fallback[*][*].poolId') #>> '{}' from body)
      select distinct v.name, v.jurisdiction
      from hop join pool p on p.id = hop.pool::uuid join provider v on v.id = p.provider_id
      where p.archived_at is null and v.archived_at is null
      order by v.name
      """;

  private final Sql sql;
  private final Policies policies;

  /** Decides by {@code policies}. */
  @Inject
  public SqlPolicyEffects(Sql sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
  }

  @Override
  public PolicyEffect of(TenantId tenant, Tier tier, Sensitivity sensitivity) {
    Optional<PolicyVersion> platform = policies.inForce(Optional.empty());
    Optional<PolicyVersion> own = policies.inForce(Optional.of(tenant));
    Policy base = platform.map(PolicyVersion::policy).orElse(new Policy("policy", List.of()));
    Policy policy = own.map(version -> base.and(version.policy())).orElse(base);
    List<String> jurisdictions =
        platform.map(PolicyVersion::rules).orElse(List.of()).stream()
            .filter(rule -> rule.sensitivity() == sensitivity)
            .flatMap(rule -> rule.jurisdictions().stream())
            .distinct()
            .filter(place -> policy.decide(sensitivity, place).lawful())
            .toList();
    List<ProviderEffect> providers =
        sql.list(
            PROVIDERS,
            row ->
                new ProviderEffect(
                    row.text(1), row.text(2), policy.decide(sensitivity, row.text(2)).lawful()),
            tier.code(),
            tenant.value());
    return new PolicyEffect(sensitivity, jurisdictions, providers);
  }
}
