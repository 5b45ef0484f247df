package io.marketplace.gateway.policy;

import io.marketplace.model.policy.Sensitivity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long a snapshot may go on without the database having confirmed it: the more sensitive the
 * data, the sooner a policy that may have changed must not be relied on.
 */
public record StalenessLimits(
    Duration publicData, Duration internal, Duration confidential, Duration restricted) {

  /** A long weekend for public data, an hour for restricted. */
  public static final StalenessLimits DEFAULT =
      new StalenessLimits(
          Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(8), Duration.ofHours(1));

  /**
   * Reads {@code MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_PUBLIC}, {@code …_INTERNAL}, {@code
   * …_CONFIDENTIAL} and {@code …_RESTRICTED}.
   *
   * @throws IllegalArgumentException if one is no whole number
   */
  public static StalenessLimits of(Map<String, String> env) {
    return new StalenessLimits(
        seconds(env, "PUBLIC", DEFAULT.publicData),
        seconds(env, "INTERNAL", DEFAULT.internal),
        seconds(env, "CONFIDENTIAL", DEFAULT.confidential),
        seconds(env, "RESTRICTED", DEFAULT.restricted));
  }

  private static Duration seconds(Map<String, String> env, String name, Duration standard) {
    return Optional.ofNullable(env.get("MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_" + name))
        .map(value -> Duration.ofSeconds(Long.parseLong(value.strip())))
        .orElse(standard);
  }

  /** The limit for data of this sensitivity. */
  public Duration of(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case PUBLIC -> publicData;
      case INTERNAL -> internal;
      case CONFIDENTIAL -> confidential;
      case RESTRICTED -> restricted;
    };
  }
}
