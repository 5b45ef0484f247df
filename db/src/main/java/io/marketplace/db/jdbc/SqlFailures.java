package io.marketplace.db.jdbc;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;

/** Turns a driver's exception into the one the ports promise. */
public final class SqlFailures {

  private SqlFailures() {}

  /**
   * {@code internal_error} when the statement or its data is at fault (SQL state classes 22 data,
   * 23 constraint, 42 syntax and rights), so that a repetition cannot help; {@code unavailable}
   * otherwise. The driver's exception is the cause.
   */
  public static MarketplaceException of(SQLException failure) {
    String state = failure.getSQLState();
    boolean ours =
        state != null
            && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    MarketplaceException told =
        ours
            ? new MarketplaceException(ProblemCode.INTERNAL, "The database refused a statement.")
            : new MarketplaceException(ProblemCode.UNAVAILABLE, "The database is not available.");
    told.initCause(failure);
    return told;
  }
}
