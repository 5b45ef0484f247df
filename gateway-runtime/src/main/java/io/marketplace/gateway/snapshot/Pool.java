package io.marketplace.gateway.snapshot;

import io.marketplace.model.routing.PoolId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are interchangeable for a call.
 *
 * @param engine what runs there, such as {@code llama.cpp}
 * @param dialect what it speaks, such as {@code openai}
 * @param capacity calls it takes at a time; null where unknown
 */
public record Pool(
    PoolId id,
    String name,
    Provider provider,
    String engine,
    String dialect,
    List<Endpoint> endpoints,
    @Nullable Integer capacity) {

  public Pool {
    endpoints = List.copyOf(endpoints);
  }
}
