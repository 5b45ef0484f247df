package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Ends a rotation early: of a key's secrets only the newest works on. */
@Singleton
public final class StopOldSecret {

  private final Work work;
  private final VirtualKeys keys;
  private final KeyDesk desk;

  /** Ends secrets of {@code keys}. */
  @Inject
  public StopOldSecret(Work work, VirtualKeys keys, KeyDesk desk) {
    this.work = work;
    this.keys = keys;
    this.desk = desk;
  }

  /**
   * Ends the old secrets now.
   *
   * @throws MarketplaceException {@code not_found}, {@code forbidden}; {@code conflict} if only one
   *     secret works
   */
  public void stop(Actor actor, KeyId id) {
    work.in(
        actor.scope(),
        () -> {
          VirtualKey key = desk.take(actor, id);
          Instant now = desk.now();
          if (!keys.stopOldSecrets(key, now)) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT, "The key has no old secret that still works.");
          }
          desk.record(actor, key, "key.old-secret-stopped", Facts.NONE, Facts.of("at", now));
          return key.id();
        });
  }
}
