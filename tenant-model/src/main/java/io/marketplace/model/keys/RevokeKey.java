package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Ends a key for good, all its secrets with it. */
@Singleton
public final class RevokeKey {

  private final Work work;
  private final KeyDesk desk;

  /** Finds keys at {@code desk}. */
  @Inject
  public RevokeKey(Work work, KeyDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Revokes it; a revoked key stays as it is.
   *
   * @param reason up to 500 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden}
   */
  public void revoke(Actor actor, KeyId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    work.in(
        actor.scope(),
        () -> {
          VirtualKey key = desk.take(actor, id);
          if (!key.isRevoked()) {
            Facts before = key.facts();
            key.revoke(goodReason, desk.now());
            desk.record(actor, key, "key.revoked", before, key.facts());
          }
          return key.id();
        });
  }
}
