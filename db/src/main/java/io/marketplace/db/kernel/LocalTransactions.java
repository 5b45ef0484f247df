package io.marketplace.db.kernel;

import jakarta.enterprise.inject.Vetoed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Supplier;

/** Transactions of a plain JVM: one entity manager each, bound to the thread. */
@Vetoed
public final class LocalTransactions implements Transactions {

  private final EntityManagerFactory factory;

  // Of the instance, since two factories may be at work in one JVM; their number is small.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  /** Takes its entity managers from {@code factory}, which must be resource-local. */
  public LocalTransactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> T run(Supplier<T> body) {
    if (current.get() != null) {
      throw new IllegalStateException("a unit of work must not begin inside another");
    }
    try (EntityManager entities = factory.createEntityManager()) {
      current.set(entities);
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      boolean done = false;
      try {
        T result = body.get();
        done = true;
        return result;
      } finally {
        if (done) {
          transaction.commit();
        } else if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } finally {
      current.remove();
    }
  }

  @Override
  public EntityManager entities() {
    EntityManager entities = current.get();
    if (entities == null) {
      throw new IllegalStateException("no unit of work is running");
    }
    return entities;
  }
}
