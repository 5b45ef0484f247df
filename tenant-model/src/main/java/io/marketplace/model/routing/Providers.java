package io.marketplace.model.routing;

import java.util.Optional;

/** Keeps providers; called inside a unit of work. */
public interface Providers {

  /** The provider of that identifier, archived or not. */
  Optional<Provider> find(ProviderId id);

  /** The provider of that name, whatever its case, archived or not. */
  Optional<Provider> named(String name);

  /** Adds a provider. */
  void add(ProviderId id, ProviderForm form);

  /**
   * Archives a provider of this version.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   */
  void archive(ProviderId id, int version);

  /**
   * Changes a provider of this version; an archived one is in service again.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   */
  void change(ProviderId id, ProviderForm form, int version);

  /**
   * Stores a sealed credential; the newest is in force. It cannot be read through this port.
   *
   * @param sealed what {@link CredentialCipher} made of it
   * @param by who stored it
   */
  void addCredential(ProviderId id, byte[] sealed, String by);
}
