package io.marketplace.gateway.snapshot;

import io.marketplace.model.routing.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * Who runs pools, and under whose law.
 *
 * @param credential the secret its pools are called with, in memory only; null: called without
 */
public record Provider(
    ProviderId id, String name, String jurisdiction, @Nullable String credential) {

  /** Without the credential. */
  @Override
  public String toString() {
    return name + " (" + jurisdiction + ")";
  }
}
