package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sight;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about usage as SQL: where the numbers come from, the conditions on {@code u} and their
 * parameters. Every word of the text is ours; what callers send is a parameter.
 */
final class UsageSql {

  /**
   * What an actor sees of a table {@code u} that has a team; takes a {@link Sight} as two
   * parameters.
   */
  static final String SIGHT = "(?::boolean or u.team_id = any(?))";

  private static final String DIMENSIONS =
      "tenant_id, team_id, application_id, key_id, tier, agent, workflow, customer, use_case,"
          + " prompt_tokens, cached_tokens, completion_tokens, cost_nano, ";
  private static final String HOURS =
      "select "
          + DIMENSIONS
          + "requests, hour as started_at from usage_hour where hour >= ? and hour < ?";
  private static final String ROWS =
      "select "
          + DIMENSIONS
          + "1::bigint as requests, started_at from usage_row where started_at >= ? and started_at < ?";

  private final StringBuilder from = new StringBuilder();
  private final StringBuilder where = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  private UsageSql() {}

  /** Single rows of the ledger. */
  static UsageSql rows(Sight sight, UsageQuery query) {
    UsageSql sql = new UsageSql();
    sql.where.append("u.started_at >= ? and u.started_at < ? and ");
    sql.parameters.add(query.period().from());
    sql.parameters.add(query.period().to());
    sql.narrow(sight, query);
    return sql;
  }

  /**
   * Sums: of whole hours from {@code usage_hour}, which is written with the rows and outlives them;
   * of the parts of hours at both ends from the rows. Nothing has begun after {@code now}, so that
   * the running hour is a whole one where nothing ends the period before.
   */
  static UsageSql sums(Sight sight, UsageQuery query, Instant now) {
    UsageSql sql = new UsageSql();
    sql.from.append(sql.parts(query.period(), now));
    sql.narrow(sight, query);
    return sql;
  }

  /**
   * Sums of {@code period}, and beside them, marked as {@code earlier}, those of {@code before}.
   */
  static UsageSql compared(Sight sight, UsagePeriod period, UsagePeriod before, Instant now) {
    UsageSql sql = new UsageSql();
    sql.from
        .append("select p.*, false as earlier from (")
        .append(sql.parts(period, now))
        .append(") p union all select p.*, true as earlier from (")
        .append(sql.parts(before, now))
        .append(") p");
    sql.narrow(sight, UsageQuery.of(period));
    return sql;
  }

  private String parts(UsagePeriod period, Instant now) {
    Instant first = hourFrom(period.from());
    Instant last =
        period.to().isBefore(now)
            ? period.to().truncatedTo(ChronoUnit.HOURS)
            : hourFrom(period.to());
    StringBuilder parts = new StringBuilder();
    if (first.isBefore(last)) {
      part(parts, ROWS, period.from(), first);
      part(parts, HOURS, first, last);
      part(parts, ROWS, last, period.to());
    } else {
      part(parts, ROWS, period.from(), period.to());
    }
    return parts.toString();
  }

  private static Instant hourFrom(Instant moment) {
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  private void part(StringBuilder parts, String select, Instant begin, Instant end) {
    if (begin.isBefore(end)) {
      parts.append(parts.isEmpty() ? "" : " union all ").append(select);
      parameters.add(begin);
      parameters.add(end);
    }
  }

  private void narrow(Sight sight, UsageQuery query) {
    where.append(SIGHT);
    parameters.add(sight.whole());
    parameters.add(sight.teams());
    for (Map.Entry<UsageDimension, String> only : query.only().entrySet()) {
      where.append(" and ").append(value(only.getKey())).append(" = ?");
      parameters.add(only.getValue());
    }
  }

  /** What sums are taken over, as a table {@code u}. */
  String source() {
    return "(" + from + ") u";
  }

  String where() {
    return where.toString();
  }

  @Nullable Object[] parameters() {
    return parameters.toArray();
  }

  /** The dimension's value of a row, as text. */
  static String value(UsageDimension dimension) {
    return switch (dimension) {
      case AGENT -> "u.agent";
      case WORKFLOW -> "u.workflow";
      case CUSTOMER -> "u.customer";
      case USE_CASE -> "u.use_case";
      case APPLICATION -> "u.application_id::text";
      case KEY -> "u.key_id::text";
      case IDENTITY ->
          "(select i.id::text from virtual_key k left join virtual_key p on p.id = k.parent_id"
              + " join person i on i.subject = coalesce(p.created_by, k.created_by)"
              + " where k.id = u.key_id)";
      case TEAM -> "u.team_id::text";
      case TENANT -> "u.tenant_id::text";
      case TIER -> "u.tier";
      case DAY -> "to_char(u.started_at at time zone 'UTC', 'YYYY-MM-DD')";
    };
  }

  /** The name that belongs to {@code column}, which holds the dimension's value. */
  static String name(UsageDimension dimension, String column) {
    return switch (dimension) {
      case APPLICATION -> "(select n.name from application n where n.id = " + column + "::uuid)";
      case KEY -> "(select n.name from virtual_key n where n.id = " + column + "::uuid)";
      case IDENTITY -> "(select n.display_name from person n where n.id = " + column + "::uuid)";
      case TEAM -> "(select n.name from team n where n.id = " + column + "::uuid)";
      case TENANT -> "(select n.name from tenant n where n.id = " + column + "::uuid)";
      case TIER -> "(select n.name from tier n where n.code = " + column + ")";
      case AGENT, WORKFLOW, CUSTOMER, USE_CASE, DAY -> "null::text";
    };
  }
}
