package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * A platform administrator stores the credential a provider is called with. It is sealed before it
 * leaves the process and cannot be read again through any door.
 */
@Singleton
public final class StoreCredential {

  private static final int MAX = 8_000;

  private final Work work;
  private final Providers providers;
  private final CredentialCipher cipher;
  private final AuditTrail audit;

  /** Seals with {@code cipher}. */
  @Inject
  public StoreCredential(
      Work work, Providers providers, CredentialCipher cipher, AuditTrail audit) {
    this.work = work;
    this.providers = providers;
    this.cipher = cipher;
    this.audit = audit;
  }

  /**
   * Stores {@code secret}; it is in force at once, in place of an earlier one.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code not_found},
   *     or {@code invalid_request_error} if it cannot stand in a request's header
   */
  public void store(Actor actor, ProviderId id, String secret) {
    actor.require(Role.PLATFORM_ADMIN);
    // The message must not repeat it: a refusal may be logged by whoever sent it.
    if (secret.isEmpty()
        || secret.length() > MAX
        || !secret.chars().allMatch(c -> c > 32 && c < 127)) {
      throw Input.invalid(
          "secret", "secret must be 1 to 8,000 letters, digits and signs of ASCII without spaces.");
    }
    work.in(
        Scope.PLATFORM,
        () -> {
          Provider provider = providers.find(id).orElseThrow(ProviderCheck::unknown);
          providers.addCredential(id, cipher.seal(id, secret), actor.name());
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "provider.credential-stored",
                  "provider",
                  id.toString(),
                  Facts.NONE,
                  Facts.of("name", provider.name())));
          return provider;
        });
  }
}
