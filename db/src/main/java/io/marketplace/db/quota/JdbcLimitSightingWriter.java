package io.marketplace.db.quota;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.db.jdbc.TenantTransaction;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.LimitSighting;
import io.marketplace.model.quota.LimitSightingWriter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes {@code limit_use}, one transaction a tenant. */
public final class JdbcLimitSightingWriter implements LimitSightingWriter {

  private final DataSource dataSource;

  /** Writes through {@code dataSource}. */
  public JdbcLimitSightingWriter(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void limitsSeen(String replica, List<LimitSighting> sightings) {
    Map<TenantId, List<LimitSighting>> byTenant =
        sightings.stream().collect(Collectors.groupingBy(LimitSighting::tenant));
    byTenant.forEach((tenant, seen) -> write(replica, tenant, seen));
  }

  private void write(String replica, TenantId tenant, List<LimitSighting> sightings) {
    try (TenantTransaction work = TenantTransaction.begin(dataSource, tenant);
        PreparedStatement upsert =
            work.connection()
                .prepareStatement(
                    """
                    insert into marketplace.limit_use
                      (limit_id, replica, tenant_id, requests, tokens, refused, in_flight)
                    select l.id, ?, l.tenant_id, ?, ?, ?, ? from marketplace.call_limit l where l.id = ?
                    on conflict (limit_id, replica) do update set at = now(), requests = excluded.requests,
                      tokens = excluded.tokens, refused = excluded.refused, in_flight = excluded.in_flight
                    """)) {
      for (LimitSighting seen : sightings) {
        upsert.setString(1, replica);
        upsert.setLong(2, seen.requests());
        upsert.setLong(3, seen.tokens());
        upsert.setLong(4, seen.refused());
        upsert.setInt(5, seen.inFlight());
        upsert.setObject(6, seen.limit().value());
        upsert.addBatch();
      }
      upsert.executeBatch();
      work.commit();
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }
}
