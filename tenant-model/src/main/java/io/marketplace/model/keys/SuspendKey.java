package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a key out of force until it is resumed, its sub-keys with it. Somebody of a higher right may
 * suspend a suspended key once more, so that it is not resumed in the lower one.
 */
@Singleton
public final class SuspendKey {

  private final Work work;
  private final KeyDesk desk;

  /** Finds keys at {@code desk}. */
  @Inject
  public SuspendKey(Work work, KeyDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Takes the step.
   *
   * @param reason up to 500 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden};
   *     {@code conflict} if it does not work or is suspended already in no lower right
   */
  public void suspend(Actor actor, KeyId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    work.in(
        actor.scope(),
        () -> {
          VirtualKey key = desk.take(actor, id);
          Facts before = key.facts();
          key.suspend(
              new Suspension(
                  actor.name(),
                  KeyRight.of(actor),
                  desk.now(),
                  Optional.of(goodReason).filter(said -> !said.isEmpty())));
          desk.record(actor, key, "key.suspended", before, key.facts().with("reason", goodReason));
          return key.id();
        });
  }
}
