package io.marketplace.db.policy;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.model.policy.SensitivityNames;
import io.marketplace.model.policy.SensitivityQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of {@code sensitivity_name}. */
@Singleton
public final class SqlSensitivityNames implements SensitivityNames, SensitivityQueries {

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlSensitivityNames(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public List<SensitivityName> all() {
    return sql.list(
        "select code, name, description, words, version::bigint from sensitivity_name"
            + " order by ordinal",
        SqlSensitivityNames::name);
  }

  @Override
  public void change(SensitivityName name) {
    int changed =
        sql.change(
            """
            update sensitivity_name set name = ?, description = ?, words = ?, version = version + 1
            where code = ? and version = ?
            """,
            name.name(),
            name.description(),
            name.words(),
            name.rank().code(),
            name.version());
    if (changed != 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "It was changed meanwhile. Load it again.");
    }
  }

  @Override
  public List<SensitivityName> names(Actor actor) {
    return work.in(actor.scope(), this::all);
  }

  private static SensitivityName name(Row row) {
    return new SensitivityName(
        Sensitivity.of(row.text(1)).orElseThrow(),
        row.text(2),
        row.text(3),
        row.texts(4),
        (int) row.number(5));
  }
}
