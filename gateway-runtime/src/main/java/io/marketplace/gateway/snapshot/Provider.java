package io.marketplace.gateway.snapshot;

import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.routing.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * Who runs pools, and under whose law.
 *
 * @param traits what policies may know of it
 * @param credential the secret its pools are called with, in memory only; null: called without
 */
public record Provider(ProviderId id, ProviderTraits traits, @Nullable String credential) {

  public String name() {
    return traits.name();
  }

  /** Whose law its owner stands under. */
  public String jurisdiction() {
    return traits.jurisdiction();
  }

  /** Without the credential. */
  @Override
  public String toString() {
    return name() + " (" + jurisdiction() + ")";
  }
}
