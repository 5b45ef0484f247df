package io.marketplace.model.routing;

import java.util.List;
import java.util.Optional;

/**
 * What is told of a pool when it is registered or changed.
 *
 * @param name 1 to 80 characters, unique
 * @param providerId the provider
 * @param engine 1 to 40 characters
 * @param dialect the wire format
 * @param endpoints 1 to 32 base addresses, http or https, as {@link UpstreamRules} allows
 * @param region where it runs, at most 80 characters
 * @param capacity requests at a time, 1 to 100,000
 * @param models 1 to 200 models; on a change those not named stay as they are
 */
public record PoolForm(
    String name,
    ProviderId providerId,
    String engine,
    Dialect dialect,
    List<String> endpoints,
    Optional<String> region,
    Optional<Integer> capacity,
    List<PoolModelForm> models) {

  /** Copies the lists. */
  public PoolForm {
    endpoints = List.copyOf(endpoints);
    models = List.copyOf(models);
  }
}
