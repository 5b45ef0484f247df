package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.StoreCredential;
import io.marketplace.model.routing.UpdateProvider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.OptionalInt;

/** Providers: what is read of them and what is done to them. */
@Singleton
final class ProviderDoor {

  private final RoutingQueries routing;
  private final RegisterProvider registering;
  private final UpdateProvider updating;
  private final StoreCredential storing;

  @Inject
  ProviderDoor(
      RoutingQueries routing,
      RegisterProvider registering,
      UpdateProvider updating,
      StoreCredential storing) {
    this.routing = routing;
    this.registering = registering;
    this.updating = updating;
    this.storing = storing;
  }

  Page<Provider> providers(Actor actor, PageRequest page) {
    return routing.providers(actor, page);
  }

  void register(Actor actor, ProviderForm form) {
    registering.register(actor, form);
  }

  /** Changes the provider that was looked at; refuses if somebody changed it meanwhile. */
  void update(Actor actor, Provider seen, ProviderForm form) {
    updating.update(actor, seen.id(), form, OptionalInt.of(seen.version()));
  }

  void store(Actor actor, ProviderId id, String secret) {
    storing.store(actor, id, secret);
  }
}
