package io.marketplace.db.quota;

import io.marketplace.db.jdbc.SqlFailures;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases.Recall;
import io.marketplace.model.quota.BudgetLeases.Recalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears {@code marketplace_recall}; the payload is the budget's id, a colon and the label. */
record RecallNotices(Connection connection, PGConnection postgres) implements Recalls {

  @Override
  public List<Recall> await(Duration timeout) {
    try {
      // 0 would wait for ever.
      PGNotification[] notices = postgres.getNotifications((int) Math.max(1, timeout.toMillis()));
      List<Recall> recalls = new ArrayList<>();
      for (PGNotification notice : notices == null ? new PGNotification[0] : notices) {
        String payload = notice.getParameter();
        int colon = payload.indexOf(':');
        recalls.add(
            new Recall(BudgetId.parse(payload.substring(0, colon)), payload.substring(colon + 1)));
      }
      return recalls;
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      // A pooled connection goes on living: it must not collect notices nobody reads.
      statement.execute("unlisten *");
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }
}
