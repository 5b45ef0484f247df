package io.marketplace.db.kernel;

import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;

/** A unit of work whose transaction first tells the database what it may see. */
@Singleton
public final class ScopedWork implements Work {

  private final Transactions transactions;
  private final Sql sql;

  /** Works in {@code transactions}. */
  @Inject
  public ScopedWork(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Override
  public <T> T in(Scope scope, Supplier<T> body) {
    try {
      return transactions.run(
          () -> {
            enter(scope);
            T result = body.get();
            // Lost races must show here, where they can be told, not in the commit.
            transactions.entities().flush();
            return result;
          });
    } catch (MarketplaceException e) {
      throw e;
    } catch (PersistenceException | IllegalStateException | SqlFailure e) {
      throw LostRaces.translate(e);
    }
  }

  private void enter(Scope scope) {
    switch (scope) {
      case Scope.OfTenant of ->
          sql.one(
              "select set_config('marketplace.tenant', ?, true)",
              row -> row.text(1),
              of.tenant().toString());
      case Scope.Platform platform -> sql.change("set local role marketplace_platform");
    }
  }
}
