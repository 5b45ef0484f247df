package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/**
 * Jackson for what calls bring: its buffers come from a pool, since a call's thread is new and
 * would find none of its own.
 */
public final class CallJson {
  private CallJson() {}

  /** A factory's beginning, with Jackson's own bounds. */
  public static JsonFactoryBuilder factory() {
    JsonFactoryBuilder builder = new JsonFactoryBuilder();
    return builder.recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
  }
}
