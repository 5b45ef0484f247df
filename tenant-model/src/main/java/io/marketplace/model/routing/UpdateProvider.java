package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;

/** A platform administrator changes what is known of a provider. */
@Singleton
public final class UpdateProvider {

  private final Work work;
  private final Providers providers;
  private final AuditTrail audit;

  /** Works on {@code providers}. */
  @Inject
  public UpdateProvider(Work work, Providers providers, AuditTrail audit) {
    this.work = work;
    this.providers = providers;
    this.audit = audit;
  }

  /**
   * Replaces what is told of a provider. An archived one is in service again.
   *
   * @param version the version the change was made on; empty: whatever is in force
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code not_found},
   *     {@code invalid_request_error}, or {@code conflict} if it was changed meanwhile or the name
   *     is taken
   */
  public Provider update(Actor actor, ProviderId id, ProviderForm form, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    ProviderForm checked = ProviderCheck.check(form);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Provider before = providers.find(id).orElseThrow(ProviderCheck::unknown);
          Taken.check(
              "provider",
              checked.name(),
              providers.named(checked.name()).filter(other -> !other.id().equals(id)).isPresent());
          providers.change(id, checked, version.orElse(before.version()));
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "provider.changed",
                  "provider",
                  id.toString(),
                  ProviderCheck.facts(ProviderCheck.form(before)),
                  ProviderCheck.facts(checked)));
          return providers.find(id).orElseThrow();
        });
  }
}
