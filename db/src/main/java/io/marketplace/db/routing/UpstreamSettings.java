package io.marketplace.db.routing;

import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a server takes from its installation about pools' addresses. */
@Singleton
public final class UpstreamSettings {

  /**
   * The rules of the environment.
   *
   * @throws IllegalArgumentException if a network in it cannot be read
   */
  @Produces
  @Singleton
  public UpstreamRules upstreamRules() {
    return UpstreamRules.of(System.getenv(), HostLookup.SYSTEM);
  }
}
