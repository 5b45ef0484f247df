package io.marketplace.db.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger gives up on, and what it waits for. */
class SqlFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "22P05, INTERNAL", // a character that JSON in the database cannot hold
    "23514, INTERNAL", // a check constraint
    "42703, UNAVAILABLE", // a column that a migration will bring
    "42501, UNAVAILABLE", // a right that a migration will grant
    "40P01, UNAVAILABLE", // a deadlock
    "08006, UNAVAILABLE", // the connection broke
    "57P01, UNAVAILABLE" // the server goes down
  })
  void onlyTheDatasFaultIsFinal(String state, ProblemCode code) {
    assertThat(SqlFailures.of(new SQLException("refused", state)).code()).isEqualTo(code);
  }

  @Test
  void whatSaysNothingMayPass() {
    SQLException nothing = new SQLException("nothing");
    assertThat(SqlFailures.of(nothing).code()).isEqualTo(ProblemCode.UNAVAILABLE);
    assertThat(SqlFailures.of(nothing)).hasCause(nothing);
  }
}
