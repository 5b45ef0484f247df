package io.marketplace.model.snapshot;

import io.marketplace.model.metering.TraceReader;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LimitSightingWriter;
import javax.sql.DataSource;

/** All that a gateway asks of the database. */
public interface GatewayStore {

  ConfigurationSource configuration();

  UsageWriter usage();

  TraceReader traces();

  SightingWriter sightings();

  BudgetLeases leases();

  LimitSightingWriter limits();

  /**
   * Opens a store; found by {@link java.util.ServiceLoader}, so that the gateway names no adapter.
   */
  @FunctionalInterface
  interface Opener {
    GatewayStore open(DataSource dataSource);
  }
}
