package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sight;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about usage as SQL: the conditions on {@code usage_row u} and their parameters. Every
 * word of the text is ours; what callers send is a parameter.
 */
final class UsageSql {

  /**
   * What an actor sees of a table {@code u} that has a team; takes a {@link Sight} as two
   * parameters.
   */
  static final String SIGHT = "(?::boolean or u.team_id = any(?))";

  private final StringBuilder where = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  UsageSql(Sight sight, UsageQuery query) {
    where.append("u.started_at >= ? and u.started_at < ? and ").append(SIGHT);
    parameters.add(query.period().from());
    parameters.add(query.period().to());
    parameters.add(sight.whole());
    parameters.add(sight.teams());
    for (Map.Entry<UsageDimension, String> only : query.only().entrySet()) {
      where.append(" and ").append(value(only.getKey())).append(" = ?");
      parameters.add(only.getValue());
    }
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
      case TEAM -> "(select n.name from team n where n.id = " + column + "::uuid)";
      case TENANT -> "(select n.name from tenant n where n.id = " + column + "::uuid)";
      case TIER -> "(select n.name from tier n where n.code = " + column + ")";
      case AGENT, WORKFLOW, CUSTOMER, USE_CASE, DAY -> "null::text";
    };
  }
}
