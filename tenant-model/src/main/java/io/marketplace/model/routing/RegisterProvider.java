package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A platform administrator makes a provider known. */
@Singleton
public final class RegisterProvider {

  private final Work work;
  private final Providers providers;
  private final AuditTrail audit;

  /** Works on {@code providers}. */
  @Inject
  public RegisterProvider(Work work, Providers providers, AuditTrail audit) {
    this.work = work;
    this.providers = providers;
    this.audit = audit;
  }

  /**
   * Registers a provider.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code
   *     invalid_request_error}, or {@code conflict} if the name is taken
   */
  public Provider register(Actor actor, ProviderForm form) {
    actor.require(Role.PLATFORM_ADMIN);
    ProviderForm checked = ProviderCheck.check(form);
    ProviderId id = ProviderId.create();
    return work.in(
        Scope.PLATFORM,
        () -> {
          Taken.check("provider", checked.name(), providers.named(checked.name()).isPresent());
          providers.add(id, checked);
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "provider.created",
                  "provider",
                  id.toString(),
                  Facts.NONE,
                  ProviderCheck.facts(checked)));
          return providers.find(id).orElseThrow();
        });
  }
}
