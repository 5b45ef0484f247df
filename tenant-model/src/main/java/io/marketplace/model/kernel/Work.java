package io.marketplace.model.kernel;

import java.util.function.Supplier;

/** Runs a unit of work as one database transaction within a scope. */
public interface Work {

  /**
   * Runs {@code body} in a new transaction that sees the rows of {@code scope}; commits when it
   * returns, rolls back when it throws. A lost race (optimistic lock, unique key) is thrown as
   * {@code conflict}.
   *
   * @param <T> what the body returns
   * @throws io.marketplace.model.problem.MarketplaceException as the body throws it, or {@code
   *     conflict}
   */
  <T> T in(Scope scope, Supplier<T> body);
}
