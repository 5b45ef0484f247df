package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Gives a key a new secret; the old one works on for a chosen overlap. */
@Singleton
public final class RotateKey {

  /** The longest overlap: 30 days. */
  public static final Duration MAX_OVERLAP = Duration.ofDays(30);

  private final Work work;
  private final KeyDesk desk;

  /** Finds keys at {@code desk}. */
  @Inject
  public RotateKey(Work work, KeyDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Rotates it.
   *
   * @param overlapSeconds how long the old secret works on, 0 to 30 days; one that ends earlier
   *     already is not given more time
   * @return the key and its new secret, which is told only here
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden};
   *     {@code conflict} for a key that works no more; {@code invalid_request_error} for an
   *     impossible overlap
   */
  public IssuedKey rotate(Actor actor, KeyId id, long overlapSeconds) {
    if (overlapSeconds < 0 || overlapSeconds > MAX_OVERLAP.toSeconds()) {
      throw Input.invalid(
          "overlapSeconds",
          "overlapSeconds must be 0 to " + MAX_OVERLAP.toSeconds() + " (30 days).");
    }
    return work.in(
        actor.scope(),
        () -> {
          VirtualKey key = desk.take(actor, id);
          Instant now = desk.now();
          desk.requireWorking(key);
          Instant oldEnds = now.plusSeconds(overlapSeconds);
          String oldHint = desk.endSecrets(key, oldEnds);
          KeySecret secret = desk.newSecret(key);
          desk.record(
              actor,
              key,
              "key.rotated",
              Facts.of("secret", oldHint),
              Facts.of("secret", secret.hint()).with("oldSecretEnds", oldEnds));
          return new IssuedKey(key.id(), secret);
        });
  }
}
