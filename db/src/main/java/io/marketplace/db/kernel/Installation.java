package io.marketplace.db.kernel;

import io.marketplace.model.audit.AuditSeal;
import io.marketplace.model.kernel.TrustedProxies;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * What a server takes from its installation: the clock, the pepper of the keys' hashes, the master
 * key of the providers' credentials and the rules for upstream addresses.
 */
@Singleton
public final class Installation {

  /** The system's clock. */
  @Produces
  @Singleton
  public Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * Hashes under {@code MARKETPLACE_KEY_PEPPER}.
   *
   * @throws IllegalStateException if it is not set
   */
  @Produces
  @Singleton
  public KeyHasher keyHasher() {
    return KeyHasher.ofBase64(setting("MARKETPLACE_KEY_PEPPER"));
  }

  /**
   * Seals the audit's chains under a key that comes from {@code MARKETPLACE_KEY_PEPPER}.
   *
   * @throws IllegalStateException if it is not set
   */
  @Produces
  @Singleton
  public AuditSeal auditSeal() {
    return AuditSeal.ofBase64(setting("MARKETPLACE_KEY_PEPPER"));
  }

  /**
   * Seals under {@code MARKETPLACE_MASTER_KEY}.
   *
   * @throws IllegalStateException if it is not set
   */
  @Produces
  @Singleton
  public CredentialCipher credentialCipher() {
    return CredentialCipher.ofBase64(setting("MARKETPLACE_MASTER_KEY"));
  }

  /**
   * The rules that the environment sets for upstream addresses.
   *
   * @throws IllegalStateException if a network cannot be read
   */
  @Produces
  @Singleton
  public UpstreamRules upstreamRules() {
    return UpstreamRules.of(System.getenv(), HostLookup.SYSTEM);
  }

  /**
   * The proxies in front of the servers, whose word on callers' addresses is taken.
   *
   * @throws IllegalStateException if a network cannot be read
   */
  @Produces
  @Singleton
  public TrustedProxies trustedProxies() {
    return TrustedProxies.of(System.getenv());
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
