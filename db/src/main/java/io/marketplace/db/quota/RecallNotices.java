package io.marketplace.db.quota;

import io.marketplace.db.jdbc.Listening;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases.Recall;
import io.marketplace.model.quota.BudgetLeases.Recalls;
import java.time.Duration;
import java.util.List;

/** Hears {@code marketplace_recall}; the payload is the budget's id, a colon and the label. */
record RecallNotices(Listening listening) implements Recalls {

  @Override
  public List<Recall> await(Duration timeout) {
    return listening.await(timeout).stream().map(RecallNotices::read).toList();
  }

  private static Recall read(String payload) {
    int colon = payload.indexOf(':');
    return new Recall(BudgetId.parse(payload.substring(0, colon)), payload.substring(colon + 1));
  }

  @Override
  public void close() {
    listening.close();
  }
}
