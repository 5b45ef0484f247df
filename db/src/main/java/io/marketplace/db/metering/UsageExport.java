package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands out whole rows of the ledger in portions, each read in a unit of work of its own behind the
 * last row of the one before: an export may take longer than any transaction.
 */
final class UsageExport {

  /** Some 2 MB, and some ten milliseconds. */
  static final int PORTION = 2_000;

  private final Work work;
  private final Sql sql;

  UsageExport(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  /** Hands each row that {@code query} asks for to {@code row}, oldest first. */
  void run(Actor actor, UsageQuery query, Consumer<UsageEntry> row) {
    UsageSql usage = UsageSql.rows(Sight.of(actor), query);
    Optional<UsageEntry> end = Optional.empty();
    do {
      Optional<UsageEntry> last = end;
      List<UsageEntry> portion = work.in(actor.scope(), () -> portion(usage, last));
      portion.forEach(row);
      end = portion.size() == PORTION ? Optional.of(portion.getLast()) : Optional.empty();
    } while (end.isPresent());
  }

  /** The rows that follow {@code last}, or the first ones. */
  private List<UsageEntry> portion(UsageSql usage, Optional<UsageEntry> last) {
    List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(usage.parameters()));
    String behind = "";
    if (last.isPresent()) {
      parameters.add(last.get().startedAt());
      parameters.add(last.get().startedAt());
      parameters.add(last.get().id().value());
      // the first condition is one that an index on the time answers
      behind = " and u.started_at >= ? and (u.started_at, u.request_id) > (?, ?)";
    }
    return sql.list(
        UsageEntries.ordered(usage.where() + behind, "u.started_at, u.request_id", PORTION)
            + " limit "
            + PORTION,
        UsageEntries::entry,
        parameters.toArray());
  }
}
