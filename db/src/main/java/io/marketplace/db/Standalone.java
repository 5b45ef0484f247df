package io.marketplace.db;

import io.marketplace.db.access.JpaAccessGrants;
import io.marketplace.db.access.JpaAccessRequests;
import io.marketplace.db.access.SqlAccessQueries;
import io.marketplace.db.access.SqlPolicyEffects;
import io.marketplace.db.access.SqlTierCosts;
import io.marketplace.db.audit.SqlAuditChains;
import io.marketplace.db.audit.SqlAuditQueries;
import io.marketplace.db.audit.SqlAuditTrail;
import io.marketplace.db.catalogue.SqlCards;
import io.marketplace.db.catalogue.SqlCatalogueQueries;
import io.marketplace.db.guard.SqlGuardrails;
import io.marketplace.db.invoice.CsvInvoices;
import io.marketplace.db.invoice.SqlInvoices;
import io.marketplace.db.kernel.LocalTransactions;
import io.marketplace.db.kernel.ScopedWork;
import io.marketplace.db.kernel.SqlRepeatedRequests;
import io.marketplace.db.kernel.Transactions;
import io.marketplace.db.keys.JpaVirtualKeys;
import io.marketplace.db.keys.SqlKeyQueries;
import io.marketplace.db.metering.SqlOldCalls;
import io.marketplace.db.metering.SqlRetentions;
import io.marketplace.db.metering.SqlTraceQueries;
import io.marketplace.db.metering.SqlUsagePartitions;
import io.marketplace.db.metering.SqlUsageQueries;
import io.marketplace.db.news.SqlNewsQueries;
import io.marketplace.db.policy.SqlPolicies;
import io.marketplace.db.policy.SqlPolicyProviders;
import io.marketplace.db.policy.SqlPolicyTraffic;
import io.marketplace.db.policy.SqlSensitivityNames;
import io.marketplace.db.quota.SqlBudgetQueries;
import io.marketplace.db.quota.SqlBudgets;
import io.marketplace.db.quota.SqlLimitQueries;
import io.marketplace.db.quota.SqlLimits;
import io.marketplace.db.quota.SqlWebhooks;
import io.marketplace.db.routing.SqlGpuPrices;
import io.marketplace.db.routing.SqlPools;
import io.marketplace.db.routing.SqlProviders;
import io.marketplace.db.routing.SqlRoutes;
import io.marketplace.db.routing.SqlRoutingQueries;
import io.marketplace.db.tenant.JpaApplications;
import io.marketplace.db.tenant.JpaPeople;
import io.marketplace.db.tenant.JpaTeams;
import io.marketplace.db.tenant.JpaTenants;
import io.marketplace.db.tenant.SqlTenantQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * All use cases and queries in a plain JVM, on a database of the portal's role: for the seed, for
 * {@code bench burn} and for tests. A server's container wires the same classes by the same
 * constructors.
 */
public final class Standalone implements AutoCloseable {

  private static final List<Class<?>> ADAPTERS =
      List.of(
          ScopedWork.class,
          SqlRepeatedRequests.class,
          SqlAuditTrail.class,
          SqlAuditQueries.class,
          SqlAuditChains.class,
          JpaTenants.class,
          JpaTeams.class,
          JpaApplications.class,
          JpaPeople.class,
          SqlTenantQueries.class,
          JpaAccessRequests.class,
          JpaAccessGrants.class,
          SqlAccessQueries.class,
          SqlTierCosts.class,
          SqlPolicyEffects.class,
          JpaVirtualKeys.class,
          SqlKeyQueries.class,
          SqlCards.class,
          SqlCatalogueQueries.class,
          SqlProviders.class,
          SqlPools.class,
          SqlRoutes.class,
          SqlRoutingQueries.class,
          SqlGpuPrices.class,
          CsvInvoices.class,
          SqlInvoices.class,
          SqlPolicies.class,
          SqlGuardrails.class,
          SqlLimits.class,
          SqlLimitQueries.class,
          SqlBudgets.class,
          SqlBudgetQueries.class,
          SqlWebhooks.class,
          SqlPolicyProviders.class,
          SqlPolicyTraffic.class,
          SqlSensitivityNames.class,
          SqlTraceQueries.class,
          SqlUsageQueries.class,
          SqlUsagePartitions.class,
          SqlRetentions.class,
          SqlOldCalls.class,
          SqlNewsQueries.class);

  private final EntityManagerFactory factory;
  private final Map<Class<?>, Object> made = new HashMap<>();

  private Standalone(EntityManagerFactory factory) {
    this.factory = factory;
    made.put(Transactions.class, new LocalTransactions(factory));
  }

  /** On the database at {@code url}, signed in as the portal's role. */
  public static Standalone open(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return open(source);
  }

  /** On the database of {@code source}, whose connections are the portal's role's. */
  public static Standalone open(DataSource source) {
    return new Standalone(
        Persistence.createEntityManagerFactory(
            "marketplace",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                source)));
  }

  /** Uses {@code instance} where a constructor asks for {@code type}, such as the clock. */
  public <T> Standalone with(Class<T> type, T instance) {
    made.put(type, instance);
    return this;
  }

  /**
   * The use case, query port or adapter of that class; always the same one.
   *
   * @throws IllegalStateException if it needs something that was neither given nor is known
   */
  public synchronized <T> T get(Class<T> type) {
    Object known = made.get(type);
    if (known == null) {
      known = make(implementation(type));
      made.put(type, known);
    }
    return type.cast(known);
  }

  private Object make(Class<?> type) {
    Object known = made.get(type);
    if (known != null) {
      return known;
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      if (constructor.isAnnotationPresent(Inject.class)) {
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
          arguments[i] = get(types[i]);
        }
        try {
          Object instance = constructor.newInstance(arguments);
          made.put(type, instance);
          return instance;
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
      }
    }
    throw new IllegalStateException(type.getName() + " was not given; see with(…)");
  }

  private static Class<?> implementation(Class<?> type) {
    if (!type.isInterface()) {
      return type;
    }
    return ADAPTERS.stream()
        .filter(type::isAssignableFrom)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing implements " + type.getName()));
  }

  @Override
  public void close() {
    factory.close();
  }
}
