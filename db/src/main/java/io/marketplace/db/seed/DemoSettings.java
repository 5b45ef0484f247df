package io.marketplace.db.seed;

import io.marketplace.model.keys.KeySecret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the demo's set-up reads from its environment.
 *
 * @param url the database, as JDBC address
 * @param user who signs in to it
 * @param password with what
 * @param pepper of the keys' hashes, base64
 * @param masterKey of the providers' credentials, base64
 * @param smollm2 where the first chat model answers; empty: not attached
 * @param gemma3 where the second chat model answers; empty: not attached
 * @param builtIn where the embedder and the reranker answer; empty: not attached
 * @param upstream an upstream of the user's
 * @param key the secret of the first tenant's demo key
 * @param otherKey the secret of the second tenant's demo key
 */
record DemoSettings(
    String url,
    String user,
    String password,
    String pepper,
    String masterKey,
    Optional<String> smollm2,
    Optional<String> gemma3,
    Optional<String> builtIn,
    Optional<Upstream> upstream,
    KeySecret key,
    KeySecret otherKey) {

  /**
   * An upstream of the user's.
   *
   * @param base its address
   * @param credential what it is called with
   * @param model the model to ask for; empty: the first it lists
   * @param jurisdiction whose law it stands under
   */
  record Upstream(
      String base, Optional<String> credential, Optional<String> model, String jurisdiction) {}

  static DemoSettings of(Map<String, String> env) {
    return new DemoSettings(
        optional(env, "MARKETPLACE_DB_URL")
            .orElseGet(() -> required(env, "MARKETPLACE_DB_ADMIN_URL")),
        optional(env, "MARKETPLACE_DB_PORTAL_USER").orElse("marketplace_portal"),
        required(env, "MARKETPLACE_DB_PORTAL_PASSWORD"),
        required(env, "MARKETPLACE_KEY_PEPPER"),
        required(env, "MARKETPLACE_MASTER_KEY"),
        optional(env, "DEMO_SMOLLM2_URL"),
        optional(env, "DEMO_GEMMA3_URL"),
        optional(env, "DEMO_BUILTIN_URL"),
        optional(env, "UPSTREAM_BASE_URL")
            .map(
                base ->
                    new Upstream(
                        address(base),
                        optional(env, "UPSTREAM_API_KEY"),
                        optional(env, "UPSTREAM_MODEL"),
                        // the user attached it for the own data; who knows better says so
                        optional(env, "UPSTREAM_JURISDICTION").orElse("on-premises"))),
        secret(env, "DEMO_KEY"),
        secret(env, "DEMO_OTHER_KEY"));
  }

  private static String address(String base) {
    try {
      return URI.create(base).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("UPSTREAM_BASE_URL is no address", e);
    }
  }

  private static KeySecret secret(Map<String, String> env, String name) {
    return KeySecret.parse(required(env, name))
        .orElseThrow(
            () -> new IllegalStateException(name + " is not a key: mk_live_… with its checksum"));
  }

  private static Optional<String> optional(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String required(Map<String, String> env, String name) {
    return optional(env, name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }
}
