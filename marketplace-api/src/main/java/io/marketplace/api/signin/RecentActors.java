package io.marketplace.api.signin;

import io.marketplace.model.kernel.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spares a token that was seen moments ago another look-up of its person. Whatever the identity
 * provider changes shows when the token is renewed, so these moments delay nothing; they are kept
 * short for changes made here.
 */
@Singleton
final class RecentActors {

  static final Duration KEPT = Duration.ofSeconds(10);
  static final int MOST = 10_000;

  private final Clock clock;
  private final ConcurrentMap<String, Seen> byToken = new ConcurrentHashMap<>();

  @Inject
  RecentActors(Clock clock) {
    this.clock = clock;
  }

  Actor get(String token, Supplier<Actor> lookUp) {
    Instant now = clock.instant();
    @Nullable Seen seen = byToken.get(token);
    if (seen != null && now.isBefore(seen.until())) {
      return seen.actor();
    }
    Actor actor = lookUp.get();
    if (byToken.size() >= MOST) {
      byToken.values().removeIf(old -> !now.isBefore(old.until()));
    }
    if (byToken.size() < MOST) {
      byToken.put(token, new Seen(actor, now.plus(KEPT)));
    }
    return actor;
  }

  private record Seen(Actor actor, Instant until) {}
}
