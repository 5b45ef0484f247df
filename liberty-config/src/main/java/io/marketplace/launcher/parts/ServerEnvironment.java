package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Http;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables of the servers and of the database tasks: one place that knows all
 * their names.
 */
final class ServerEnvironment {
  private static final Pattern JWKS_URI = Pattern.compile("\"jwks_uri\"\\s*:\\s*\"([^\"]+)\"");

  private final Settings settings;
  private final Secrets secrets;
  private final DatabaseAddress database;

  ServerEnvironment(Settings settings, Secrets secrets, DatabaseAddress database) {
    this.settings = settings;
    this.secrets = secrets;
    this.database = database;
  }

  /** For the migrations. */
  Map<String, String> migrate() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MARKETPLACE_DB_ADMIN_URL", database.jdbcUrl());
    environment.put("MARKETPLACE_DB_ADMIN_USER", database.user());
    environment.put("MARKETPLACE_DB_ADMIN_PASSWORD", database.password());
    environment.put("MARKETPLACE_DB_PORTAL_PASSWORD", secrets.password("postgres-portal"));
    environment.put("MARKETPLACE_DB_GATEWAY_PASSWORD", secrets.password("postgres-gateway"));
    environment.put("MARKETPLACE_KEY_PEPPER", secrets.key("key-pepper"));
    environment.put("MARKETPLACE_MASTER_KEY", secrets.key("master-key"));
    return environment;
  }

  /**
   * For the demo's seed: the pools that run here, an upstream of the user's, and the two demo keys.
   */
  Map<String, String> seed(Map<String, String> pools) {
    Map<String, String> environment = migrate();
    environment.putAll(pools);
    for (String name :
        new String[] {
          "UPSTREAM_BASE_URL",
          "UPSTREAM_API_KEY",
          "UPSTREAM_MODEL",
          "UPSTREAM_JURISDICTION",
          "MARKETPLACE_UPSTREAM_NETWORKS"
        }) {
      environment.put(name, settings.variable(name).orElse(""));
    }
    environment.put("DEMO_KEY", secrets.virtualKey("demo-key"));
    environment.put("DEMO_OTHER_KEY", secrets.virtualKey("demo-other-key"));
    return environment;
  }

  /** For the portal server. */
  Map<String, String> portal() {
    Map<String, String> environment = common();
    environment.put("MARKETPLACE_DB_PORTAL_USER", "marketplace_portal");
    environment.put("MARKETPLACE_DB_PORTAL_PASSWORD", secrets.password("postgres-portal"));
    environment.put("MARKETPLACE_KEYSTORE_PASSWORD", secrets.password("keystore"));
    environment.put("OIDC_ISSUER", settings.issuer());
    environment.put("OIDC_JWKS_URI", jwksUri());
    environment.put(
        "OIDC_CLIENT_ID", settings.variable("OIDC_CLIENT_ID").orElse("marketplace-portal"));
    environment.put(
        "OIDC_CLIENT_SECRET",
        settings.variable("OIDC_CLIENT_SECRET").orElseGet(() -> secrets.password("oidc-portal")));
    environment.put(
        "MARKETPLACE_UI_WAR", Build.requireArchive(settings, "marketplace-ui").toString());
    environment.put(
        "MARKETPLACE_API_WAR", Build.requireArchive(settings, "marketplace-api").toString());
    environment.put("MARKETPLACE_DB_LIBRARY", databaseTarget().resolve("lib").toString());
    environment.put(
        "MARKETPLACE_PERSISTENCE_LIBRARY", databaseTarget().resolve("persistence").toString());
    return environment;
  }

  /** For the gateway server of a replica. */
  Map<String, String> gateway(String replica) {
    Map<String, String> environment = common();
    environment.put("MARKETPLACE_DB_GATEWAY_USER", "marketplace_gateway");
    environment.put("MARKETPLACE_DB_GATEWAY_PASSWORD", secrets.password("postgres-gateway"));
    environment.put("MARKETPLACE_REPLICA", replica);
    // The C library's default, eight arenas a processor, keeps what the compiler's threads freed.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("MARKETPLACE_REDIS_URL", settings.variable("MARKETPLACE_REDIS_URL").orElse(""));
    environment.put(
        "MARKETPLACE_GATEWAY_STATE",
        settings.home().resolve("gateways").resolve(replica).toString());
    environment.put(
        "MARKETPLACE_GATEWAY_WAR", Build.requireArchive(settings, "gateway-runtime").toString());
    return environment;
  }

  private Map<String, String> common() {
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "MARKETPLACE_HTTP_HOST", settings.variable("MARKETPLACE_HTTP_HOST").orElse("127.0.0.1"));
    environment.put("MARKETPLACE_DB_URL", database.jdbcUrl());
    environment.put("MARKETPLACE_KEY_PEPPER", secrets.key("key-pepper"));
    environment.put("MARKETPLACE_MASTER_KEY", secrets.key("master-key"));
    environment.put("PORTAL_URL", settings.portalUrl());
    environment.put("GATEWAY_URL", settings.gatewayUrl());
    // The demo's pools answer on loopback; who runs others can forbid it. The portal checks what is
    // registered, the gateway what it connects to.
    environment.put(
        "MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS",
        settings.variable("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS").orElse("true"));
    environment.put(
        "MARKETPLACE_UPSTREAM_NETWORKS",
        settings.variable("MARKETPLACE_UPSTREAM_NETWORKS").orElse(""));
    environment.put("TZ", "UTC");
    return environment;
  }

  private Path databaseTarget() {
    return settings.root().resolve("db/target");
  }

  private String jwksUri() {
    Optional<String> own = settings.variable("OIDC_ISSUER");
    if (own.isEmpty()) {
      return settings.issuer() + "/protocol/openid-connect/certs";
    }
    Matcher found = JWKS_URI.matcher(Http.text(own.get() + "/.well-known/openid-configuration"));
    if (!found.find()) {
      throw new LaunchFailure(
          "The OpenID provider %s does not answer with its configuration. Start it, or mend OIDC_ISSUER."
              .formatted(own.get()));
    }
    return found.group(1).replace("\\/", "/");
  }
}
