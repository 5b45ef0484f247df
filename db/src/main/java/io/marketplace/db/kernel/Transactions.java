package io.marketplace.db.kernel;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/** Begins and ends transactions: by JTA inside a server, by JDBC in a plain JVM. */
public interface Transactions {

  /**
   * Runs {@code body} in a new transaction; commits when it returns, rolls back when it throws.
   *
   * @throws IllegalStateException if a transaction is running already
   */
  <T> T run(Supplier<T> body);

  /**
   * The entity manager of the running transaction.
   *
   * @throws RuntimeException if none is running
   */
  EntityManager entities();
}
