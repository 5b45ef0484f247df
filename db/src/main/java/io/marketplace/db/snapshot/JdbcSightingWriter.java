package io.marketplace.db.snapshot;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.model.snapshot.PoolSighting;
import io.marketplace.model.snapshot.SightingWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Writes {@code gateway_replica} and {@code pool_probe}. */
final class JdbcSightingWriter implements SightingWriter {

  private final DataSource dataSource;

  JdbcSightingWriter(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<String> replicaSeen(String replica, String url, Instant startedAt, long version) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                insert into marketplace.gateway_replica (replica, url, started_at, last_seen_at, snapshot_version)
                values (?, ?, ?, now(), ?)
                on conflict (replica) do update set url = excluded.url, started_at = excluded.started_at,
                  last_seen_at = excluded.last_seen_at, snapshot_version = excluded.snapshot_version
                """);
        PreparedStatement alive =
            connection.prepareStatement(
                """
                select replica from marketplace.gateway_replica
                where last_seen_at > now() - interval '15 seconds' order by replica
                """)) {
      connection.setAutoCommit(true);
      upsert.setString(1, replica);
      upsert.setString(2, url);
      upsert.setObject(3, startedAt.atOffset(ZoneOffset.UTC));
      upsert.setLong(4, version);
      upsert.executeUpdate();
      List<String> names = new ArrayList<>();
      try (ResultSet rows = alive.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  @Override
  public void poolsSeen(String replica, List<PoolSighting> sightings) {
    // A pool that was deleted since the snapshot was read must not lose the others' sightings.
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into marketplace.pool_probe (pool_id, replica, at, up, in_flight, capacity, latency_ms)
                select id, ?, ?, ?, ?, ?, ? from marketplace.pool where id = ?
                """)) {
      connection.setAutoCommit(true);
      for (PoolSighting seen : sightings) {
        insert.setString(1, replica);
        insert.setObject(2, seen.at().atOffset(ZoneOffset.UTC));
        insert.setBoolean(3, seen.up());
        insert.setInt(4, seen.inFlight());
        insert.setObject(5, seen.capacity(), Types.INTEGER);
        insert.setObject(6, seen.latencyMs(), Types.DOUBLE);
        insert.setObject(7, seen.pool().value());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }
}
