package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Puts a suspended key into force again, by somebody of the same or a higher right than who
 * suspended it.
 */
@Singleton
public final class ResumeKey {

  private final Work work;
  private final KeyDesk desk;

  /** Finds keys at {@code desk}. */
  @Inject
  public ResumeKey(Work work, KeyDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Takes the step.
   *
   * @param reason up to 500 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden},
   *     also for what was suspended in a higher right; {@code conflict} if it is not suspended
   */
  public void resume(Actor actor, KeyId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    work.in(
        actor.scope(),
        () -> {
          VirtualKey key = desk.take(actor, id);
          Facts before = key.facts();
          key.resume(KeyRight.of(actor));
          desk.record(actor, key, "key.resumed", before, key.facts().with("reason", goodReason));
          return key.id();
        });
  }
}
