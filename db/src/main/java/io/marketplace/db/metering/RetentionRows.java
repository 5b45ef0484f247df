package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.Retention;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionRun;
import io.marketplace.model.metering.RetentionView;
import java.util.Optional;

/** Reads rows of {@code retention} and {@code retention_run}. */
final class RetentionRows {

  static final String RUN = "kept_from, began_at, ended_at, calls, traces";

  static final String VIEWS =
      """
      select t.id, t.name, s.days::bigint, coalesce(s.version, 0)::bigint, s.changed_by, s.changed_at,
        r.kept_from, r.began_at, r.ended_at, r.calls, r.traces
      from tenant t left join retention s on s.tenant_id = t.id
      left join retention_run r on r.tenant_id = t.id
      """;

  private RetentionRows() {}

  static Retention retention(Row row) {
    return new Retention(
        new TenantId(row.id(1)), days(row, 2), (int) row.number(3), row.text(4), row.moment(5));
  }

  static RetentionView view(Row row) {
    return new RetentionView(
        new TenantId(row.id(1)),
        row.text(2),
        days(row, 3),
        (int) row.number(4),
        row.optionalText(5),
        row.optionalMoment(6),
        run(row, 7));
  }

  /** The run whose {@link #RUN} stands from {@code column} on. */
  static Optional<RetentionRun> run(Row row, int column) {
    return row.optionalMoment(column)
        .map(
            keptFrom ->
                new RetentionRun(
                    keptFrom,
                    row.moment(column + 1),
                    row.optionalMoment(column + 2),
                    row.number(column + 3),
                    row.number(column + 4)));
  }

  private static Optional<RetentionDays> days(Row row, int column) {
    return row.optionalNumber(column).map(days -> new RetentionDays(days.intValue()));
  }
}
