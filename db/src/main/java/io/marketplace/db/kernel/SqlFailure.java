package io.marketplace.db.kernel;

import java.sql.SQLException;

/** The database refused a statement; the cause says why. */
public final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SqlFailure(SQLException cause) {
    super(cause);
  }
}
