package io.marketplace.gateway;

import io.marketplace.gateway.policy.StalenessLimits;
import io.marketplace.gateway.quota.CompletionCap;
import io.marketplace.model.kernel.TrustedProxies;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is told by its environment.
 *
 * @param replica the name of this gateway among several: {@code MARKETPLACE_REPLICA}
 * @param url where callers reach it: {@code GATEWAY_URL}
 * @param portalUrl where access is requested: {@code PORTAL_URL}
 * @param state the folder of its snapshot and journal: {@code MARKETPLACE_GATEWAY_STATE}
 * @param maxBody the largest request body in bytes: {@code MARKETPLACE_GATEWAY_MAX_BODY}
 * @param maxTokens what callers who name no {@code max_tokens} may get of a model that charges:
 *     {@code MARKETPLACE_GATEWAY_MAX_TOKENS}
 * @param journalFloor bytes of free disk below which new calls are refused: {@code
 *     MARKETPLACE_GATEWAY_JOURNAL_FLOOR}
 * @param pepper base64 of the pepper of key hashes: {@code MARKETPLACE_KEY_PEPPER}
 * @param masterKey base64 of the key of provider credentials: {@code MARKETPLACE_MASTER_KEY}
 * @param trustedProxies whose word on the caller's address is taken: {@code
 *     MARKETPLACE_TRUSTED_PROXIES}
 * @param upstreams what may be connected to: {@code MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS} and
 *     {@code MARKETPLACE_UPSTREAM_NETWORKS}, as in the portal
 * @param redis the Redis or Valkey that limits are shared through: {@code MARKETPLACE_REDIS_URL};
 *     null: each gateway holds its part of them
 * @param staleness how old a snapshot may grow in an outage
 */
record GatewayConfig(
    String replica,
    String url,
    String portalUrl,
    Path state,
    int maxBody,
    long maxTokens,
    long journalFloor,
    String pepper,
    String masterKey,
    TrustedProxies trustedProxies,
    UpstreamRules upstreams,
    @Nullable URI redis,
    StalenessLimits staleness) {

  /** Room for a long context or several images; 8 MiB. */
  static final int DEFAULT_MAX_BODY = 8 * 1024 * 1024;

  /** What the calls under way may still need, and a good deal more; 256 MiB. */
  static final long DEFAULT_JOURNAL_FLOOR = 256L * 1024 * 1024;

  private static final String PREFIX = "MARKETPLACE_GATEWAY_";

  /** All that begins with {@link #PREFIX}, whoever reads it; the WAR is the server's. */
  private static final Set<String> KNOWN =
      Set.of(
          "MARKETPLACE_GATEWAY_STATE",
          "MARKETPLACE_GATEWAY_WAR",
          "MARKETPLACE_GATEWAY_MAX_BODY",
          "MARKETPLACE_GATEWAY_MAX_TOKENS",
          "MARKETPLACE_GATEWAY_JOURNAL_FLOOR",
          "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_PUBLIC",
          "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_INTERNAL",
          "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_CONFIDENTIAL",
          "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_RESTRICTED");

  private static final int LARGEST_MAX_BODY = 1024 * 1024 * 1024;

  /**
   * Reads the environment.
   *
   * @throws IllegalStateException naming the variable that is missing, malformed or unknown
   */
  static GatewayConfig of(Map<String, String> env) {
    refuseUnknown(env);
    try {
      return new GatewayConfig(
          env.getOrDefault("MARKETPLACE_REPLICA", "gateway-1"),
          env.getOrDefault("GATEWAY_URL", "http://127.0.0.1:9090"),
          env.getOrDefault("PORTAL_URL", "http://127.0.0.1:9080").replaceAll("/+$", ""),
          Path.of(env.getOrDefault("MARKETPLACE_GATEWAY_STATE", ".marketplace/gateway-1")),
          maxBody(env),
          maxTokens(env),
          journalFloor(env),
          required(env, "MARKETPLACE_KEY_PEPPER"),
          required(env, "MARKETPLACE_MASTER_KEY"),
          TrustedProxies.of(env),
          UpstreamRules.of(env, HostLookup.SYSTEM),
          redis(env),
          StalenessLimits.of(env));
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "A MARKETPLACE_GATEWAY_… setting is no whole number: " + e.getMessage(), e);
    }
  }

  /** A setting that nobody reads is a mistyped one: the gateway would run on without it. */
  private static void refuseUnknown(Map<String, String> env) {
    for (String name : new TreeSet<>(env.keySet())) {
      if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
        throw new IllegalStateException(
            "%s is no setting of the gateway. It knows %s."
                .formatted(name, String.join(", ", new TreeSet<>(KNOWN))));
      }
    }
  }

  private static int maxBody(Map<String, String> env) {
    int bytes =
        Optional.ofNullable(env.get("MARKETPLACE_GATEWAY_MAX_BODY"))
            .map(text -> Integer.parseInt(text.strip()))
            .orElse(DEFAULT_MAX_BODY);
    if (bytes < 1 || bytes > LARGEST_MAX_BODY) {
      throw new IllegalStateException("MARKETPLACE_GATEWAY_MAX_BODY must be 1 to 1 GiB");
    }
    return bytes;
  }

  private static long maxTokens(Map<String, String> env) {
    long tokens =
        Optional.ofNullable(env.get("MARKETPLACE_GATEWAY_MAX_TOKENS"))
            .map(text -> Long.parseLong(text.strip()))
            .orElse(CompletionCap.DEFAULT);
    if (tokens < 16 || tokens > 1_000_000) {
      throw new IllegalStateException("MARKETPLACE_GATEWAY_MAX_TOKENS must be 16 to 1000000");
    }
    return tokens;
  }

  private static long journalFloor(Map<String, String> env) {
    long bytes =
        Optional.ofNullable(env.get("MARKETPLACE_GATEWAY_JOURNAL_FLOOR"))
            .map(text -> Long.parseLong(text.strip()))
            .orElse(DEFAULT_JOURNAL_FLOOR);
    if (bytes < 0) {
      throw new IllegalStateException("MARKETPLACE_GATEWAY_JOURNAL_FLOOR must not be negative");
    }
    return bytes;
  }

  private static @Nullable URI redis(Map<String, String> env) {
    String text = env.getOrDefault("MARKETPLACE_REDIS_URL", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = new URI(text);
      if (List.of("redis", "rediss").contains(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below, without the text, which may hold a password
    }
    throw new IllegalStateException(
        "MARKETPLACE_REDIS_URL must be an address as in redis://host:6379 or rediss://…");
  }

  static String required(Map<String, String> env, String name) {
    String value = env.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "gateway " + replica + " at " + url + ", state in " + state;
  }
}
