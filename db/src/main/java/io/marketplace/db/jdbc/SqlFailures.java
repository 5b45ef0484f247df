package io.marketplace.db.jdbc;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns a driver's exception into the one the ports promise. */
public final class SqlFailures {

  /** Where PostgreSQL checks a new row against the policies of its table. */
  private static final String ROW_SECURITY = "ExecWithCheckOptions";

  private SqlFailures() {}

  /**
   * {@code internal_error} when the data is at fault (SQL state classes 22 data, 23 constraint, or
   * a row that row-level security keeps out), so that a repetition cannot help; {@code unavailable}
   * otherwise. That includes what the schema does not know or allow (class 42): a server that is
   * newer than the schema is no reason to give up rows of the ledger, they wait for the migration.
   * The driver's exception is the cause.
   */
  public static MarketplaceException of(SQLException failure) {
    String state = failure.getSQLState();
    boolean ours =
        (state != null && (state.startsWith("22") || state.startsWith("23")))
            || foreignRow(failure);
    MarketplaceException told =
        ours
            ? new MarketplaceException(ProblemCode.INTERNAL, "The database refused a statement.")
            : new MarketplaceException(ProblemCode.UNAVAILABLE, "The database is not available.");
    told.initCause(failure);
    return told;
  }

  /**
   * Has the same SQL state as a right that is lacking; only the server's routine tells them apart.
   */
  private static boolean foreignRow(SQLException failure) {
    ServerErrorMessage said =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    return said != null && ROW_SECURITY.equals(said.getRoutine());
  }
}
