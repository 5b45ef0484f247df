package io.marketplace.db.quota;

import io.marketplace.db.jdbc.Listening;
import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LabelAnswer;
import io.marketplace.model.quota.LabelWish;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseState;
import io.marketplace.model.quota.LeaseWish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Calls the functions of R__budgets.sql as the gateway's role; each call is a transaction of its
 * own.
 */
public final class JdbcBudgetLeases implements BudgetLeases {

  /** A call waits for a lease: better no answer than a late one. */
  private static final int QUERY_SECONDS = 3;

  private final DataSource dataSource;

  /** Calls through {@code dataSource}, whose user is {@code marketplace_gateway}. */
  public JdbcBudgetLeases(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private interface Call<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T call(String sql, Call<T> call) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(QUERY_SECONDS);
      return call.on(statement);
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  @Override
  public LeaseAnswer lease(LeaseWish wish) {
    return call(
        """
        select r_state, r_lease, r_granted, r_remaining, r_window, r_valid_ms, r_soft, r_spent, r_recalled
        from marketplace.lease_budget(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, wish.tenant().value());
          statement.setObject(2, wish.budget().value());
          statement.setString(3, wish.label());
          statement.setObject(4, wish.holder().journal());
          statement.setObject(5, wish.holder().life());
          statement.setObject(6, wish.current(), java.sql.Types.OTHER);
          statement.setObject(7, wish.fresh());
          statement.setLong(8, wish.question());
          statement.setLong(9, wish.need().value());
          statement.setLong(10, wish.want().value());
          statement.setBoolean(11, wish.recall());
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return answer(row);
          }
        });
  }

  private static LeaseAnswer answer(ResultSet row) throws SQLException {
    String state = row.getString(1);
    return switch (state) {
      case "granted" ->
          new LeaseAnswer.Granted(
              row.getObject(2, UUID.class),
              new NanoUsd(row.getLong(3)),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              Duration.ofMillis(row.getLong(6)),
              new NanoUsd(row.getLong(7)),
              new NanoUsd(row.getLong(8)));
      case "exhausted" -> new LeaseAnswer.Exhausted(new NanoUsd(row.getLong(4)), row.getBoolean(9));
      case "gone" -> new LeaseAnswer.Gone();
      default -> throw new IllegalStateException("no such state of a lease: " + state);
    };
  }

  @Override
  public LabelAnswer admit(LabelWish wish) {
    return call(
        "select r_admitted, r_known, r_valid_ms from marketplace.admit_label(?, ?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, wish.tenant().value());
          statement.setObject(2, wish.key().value());
          statement.setString(3, wish.kind().code());
          statement.setString(4, wish.value());
          statement.setInt(5, wish.most());
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            Duration valid = Duration.ofMillis(row.getLong(3));
            return row.getBoolean(1)
                ? new LabelAnswer.Admitted(valid)
                : new LabelAnswer.Full(valid, Set.of((String[]) row.getArray(2).getArray()));
          }
        });
  }

  @Override
  public void giveBack(TenantId tenant, UUID lease, long turn, NanoUsd unused) {
    call(
        "select marketplace.return_lease(?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, tenant.value());
          statement.setObject(2, lease);
          statement.setLong(3, turn);
          statement.setLong(4, unused.value());
          return statement.execute();
        });
  }

  @Override
  public List<LeaseState> states(List<UUID> leases) {
    return call(
        "select lease, recall, soft, spent from marketplace.lease_states(?)",
        statement -> {
          statement.setArray(
              1, statement.getConnection().createArrayOf("uuid", leases.toArray(UUID[]::new)));
          List<LeaseState> states = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              states.add(
                  new LeaseState(
                      row.getObject(1, UUID.class),
                      row.getBoolean(2),
                      new NanoUsd(row.getLong(3)),
                      new NanoUsd(row.getLong(4))));
            }
          }
          return states;
        });
  }

  @Override
  public NanoUsd release(LeaseHolder holder) {
    return call(
        "select marketplace.release_leases(?, ?)",
        statement -> {
          statement.setObject(1, holder.journal());
          statement.setObject(2, holder.life());
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new NanoUsd(row.getLong(1));
          }
        });
  }

  @Override
  public Recalls listen() {
    return new RecallNotices(Listening.on(dataSource, "marketplace_recall"));
  }
}
