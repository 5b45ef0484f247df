package io.marketplace.gateway.keys;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.problem.ProblemCode;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that a call bears. The secret is looked up by its keyed hash, so the comparison
 * takes the same time for every wrong secret; one whose checksum is wrong is refused without a
 * hash.
 */
public final class AuthenticateKey implements Step {
  private static final String BEARER = "Bearer ";

  private final KeyHasher hasher;
  private final Clock clock;
  private final Consumer<KeyEntry> used;

  /** Reports each accepted use to {@code used}. */
  public AuthenticateKey(KeyHasher hasher, Clock clock, Consumer<KeyEntry> used) {
    this.hasher = hasher;
    this.clock = clock;
    this.used = used;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    KeyEntry key = authenticate(call.headers(), call.snapshot());
    used.accept(key);
    call.trace().add("keys/AuthenticateKey", "accepted", "key", key.owner().key().toString());
    return next.proceed(call.withKey(key));
  }

  /**
   * The key of a request outside the line.
   *
   * @throws GatewayProblem {@code invalid_api_key} when it is missing, unknown, revoked or expired;
   *     the answer does not say which of the last three
   */
  public KeyEntry authenticate(CallHeaders headers, Snapshot snapshot) {
    String text = secret(headers);
    if (text == null) {
      throw new GatewayProblem(
          ProblemCode.INVALID_API_KEY,
          "No API key was sent. Send it as 'Authorization: Bearer mk_live_…'.");
    }
    KeyEntry key =
        KeySecret.parse(text).map(secret -> snapshot.keys().get(hasher.hash(secret))).orElse(null);
    if (key == null || !key.live(clock.instant())) {
      throw new GatewayProblem(
          ProblemCode.INVALID_API_KEY, "The API key is unknown, revoked or expired.");
    }
    return key;
  }

  private static @Nullable String secret(CallHeaders headers) {
    String authorization = headers.first("Authorization");
    if (authorization != null) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? authorization.substring(BEARER.length()).strip()
          : null;
    }
    String bare = headers.first("x-api-key");
    return bare == null ? null : bare.strip();
  }
}
