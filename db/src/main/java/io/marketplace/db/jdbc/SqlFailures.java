package io.marketplace.db.jdbc;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;

/** Turns a driver's exception into the one the ports promise. */
public final class SqlFailures {

  private SqlFailures() {}

  /**
   * {@code internal_error} when the data is at fault (SQL state classes 22 data, 23 constraint), so
   * that a repetition cannot help; {@code unavailable} otherwise. That includes what the schema
   * does not know or allow (class 42): a server that is newer than the schema is no reason to give
   * up rows of the ledger, they wait for the migration. The driver's exception is the cause.
   */
  public static MarketplaceException of(SQLException failure) {
    String state = failure.getSQLState();
    boolean ours = state != null && (state.startsWith("22") || state.startsWith("23"));
    MarketplaceException told =
        ours
            ? new MarketplaceException(ProblemCode.INTERNAL, "The database refused a statement.")
            : new MarketplaceException(ProblemCode.UNAVAILABLE, "The database is not available.");
    told.initCause(failure);
    return told;
  }
}
