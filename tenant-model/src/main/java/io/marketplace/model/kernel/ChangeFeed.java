package io.marketplace.model.kernel;

import java.util.Optional;

/** Tells open pages that something they may be showing has changed. */
public interface ChangeFeed {

  /**
   * Calls {@code listener} for each change from now on until the subscription is closed. Listeners
   * are called one after the other on a thread of the feed and must return quickly; what they throw
   * is logged. After an outage of the database the feed reconnects and tells each topic once, since
   * changes may have been missed.
   */
  Subscription subscribe(Listener listener);

  /** Is told of changes. */
  @FunctionalInterface
  interface Listener {

    /**
     * Something changed.
     *
     * @param topic what
     * @param tenant whose; empty if it may be anybody's
     */
    void changed(Topic topic, Optional<TenantId> tenant);
  }

  /** A standing subscription. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {

    /** Ends it; may be called more than once. */
    @Override
    void close();
  }
}
