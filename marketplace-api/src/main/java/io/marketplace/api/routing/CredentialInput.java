package io.marketplace.api.routing;

/**
 * What a provider is called with. Encrypted at once, never told again.
 *
 * @param secret the provider's own key or token
 */
public record CredentialInput(String secret) {

  /** Leaves the secret out: no log line may hold it. */
  @Override
  public String toString() {
    return "CredentialInput[…]";
  }
}
