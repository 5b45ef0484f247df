package io.marketplace.db.tenant;

import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.Tenant;
import io.marketplace.model.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps tenants as entities. */
@Singleton
public final class JpaTenants implements Tenants {

  private final Transactions transactions;

  /** Works within {@code transactions}. */
  @Inject
  public JpaTenants(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(transactions.entities().find(Tenant.class, id.value()));
  }

  @Override
  public List<Tenant> withSlugs(Collection<String> slugs) {
    return transactions
        .entities()
        .createQuery("select t from Tenant t where t.slug in :slugs", Tenant.class)
        .setParameter("slugs", slugs)
        .getResultList();
  }

  @Override
  public void add(Tenant tenant) {
    transactions.entities().persist(tenant);
  }
}
