package io.marketplace.db.snapshot;

import io.marketplace.db.metering.JdbcTraceReader;
import io.marketplace.db.metering.JdbcUsageWriter;
import io.marketplace.db.quota.JdbcBudgetLeases;
import io.marketplace.db.quota.JdbcLimitSightingWriter;
import io.marketplace.model.metering.TraceReader;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LimitSightingWriter;
import io.marketplace.model.snapshot.ConfigurationSource;
import io.marketplace.model.snapshot.GatewayStore;
import io.marketplace.model.snapshot.SightingWriter;
import javax.sql.DataSource;

/** Opens the gateway's adapters on a data source whose user is {@code marketplace_gateway}. */
public final class JdbcGatewayStore implements GatewayStore.Opener {

  private record Store(
      ConfigurationSource configuration,
      UsageWriter usage,
      TraceReader traces,
      SightingWriter sightings,
      BudgetLeases leases,
      LimitSightingWriter limits)
      implements GatewayStore {}

  /** For {@link java.util.ServiceLoader}. */
  public JdbcGatewayStore() {}

  @Override
  public GatewayStore open(DataSource dataSource) {
    return new Store(
        new JdbcConfigurationSource(dataSource),
        new JdbcUsageWriter(dataSource),
        new JdbcTraceReader(dataSource),
        new JdbcSightingWriter(dataSource),
        new JdbcBudgetLeases(dataSource),
        new JdbcLimitSightingWriter(dataSource));
  }
}
