package io.marketplace.db.kernel;

import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server's transactions, with the container's entity manager that follows them. */
@Singleton
final class JtaTransactions implements Transactions {

  @PersistenceContext(unitName = "marketplace")
  private @Nullable EntityManager entities;

  @Resource private @Nullable UserTransaction transaction;

  @Override
  public <T> T run(Supplier<T> body) {
    UserTransaction current = injected(transaction);
    try {
      if (current.getStatus() != Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("a unit of work must not begin inside another");
      }
      current.begin();
      boolean done = false;
      try {
        T result = body.get();
        done = true;
        return result;
      } finally {
        if (done) {
          current.commit();
        } else if (current.getStatus() != Status.STATUS_NO_TRANSACTION) {
          current.rollback();
        }
      }
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException("the transaction did not end as it should", e);
    }
  }

  @Override
  public EntityManager entities() {
    return injected(entities);
  }

  private static <T> T injected(@Nullable T resource) {
    if (resource == null) {
      throw new IllegalStateException("not made by the container");
    }
    return resource;
  }
}
