package io.marketplace.gateway.snapshot;

import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.ProviderId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Writes configuration documents in the shape of {@code gateway_snapshot()}. */
public final class Documents {
  public static final String TENANT = "01930000-0000-7000-8000-000000000010";
  public static final String APPLICATION = "01930000-0000-7000-8000-000000000030";
  public static final String PROVIDER_EU = "01930000-0000-7000-8000-000000000070";
  public static final String PROVIDER_US = "01930000-0000-7000-8000-000000000071";

  /** 32 zero bytes, for pepper and master key alike. */
  public static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);

  public final KeySecret secret = KeySecret.create(new SecureRandom());
  private final List<String> pools = new ArrayList<>();
  private final List<String> routes = new ArrayList<>();
  private final List<String> rules =
      new ArrayList<>(List.of("{\"sensitivity\":\"internal\",\"jurisdictions\":[\"EU\"]}"));
  private final List<String> budgets = new ArrayList<>();
  private String guardrails = "";
  private String keyExtras = "";
  private final List<String> limits = new ArrayList<>();
  private String capacity = "null";
  private String price =
      "\"cachedPromptNanoPerMillion\":null,\"completionNanoPerMillion\":600000000";
  private String grantState = "active";
  private String sets = "";
  private String tenantRules = "";
  private String attributes = "{}";
  private volatile long version = 1;

  public Documents version(long value) {
    version = value;
    return this;
  }

  /** A budget of the tenant. */
  public Documents budget(String id, String scope, String scopeId) {
    budgets.add(
        "{\"id\":\"%s\",\"tenantId\":\"%s\",\"scope\":\"%s\",\"scopeId\":\"%s\"}"
            .formatted(id, TENANT, scope, scopeId));
    return this;
  }

  public long version() {
    return version;
  }

  /** Guardrails of the platform in the form of the database. */
  public Documents guardrails(String rules) {
    guardrails = "{\"tenantId\":null,\"version\":7,\"rules\":[" + rules + "]}";
    return this;
  }

  public Documents keyExtras(String json) {
    keyExtras = "," + json;
    return this;
  }

  public Documents grantState(String state) {
    grantState = state;
    return this;
  }

  public Documents rule(String sensitivity, String jurisdiction) {
    rules.add(
        "{\"sensitivity\":\"%s\",\"jurisdictions\":[\"%s\"]}".formatted(sensitivity, jurisdiction));
    return this;
  }

  /** Rules of the platform's policy instead of the usual ones, parted by commas. */
  public Documents rules(String json) {
    rules.clear();
    rules.add(json);
    return this;
  }

  public Documents sets(String json) {
    sets = json;
    return this;
  }

  /** Rules of the tenant's own policy, version 2. */
  public Documents tenantRules(String json) {
    tenantRules =
        ",{\"tenantId\":\"%s\",\"version\":2,\"rules\":[%s],\"sets\":[]}".formatted(TENANT, json);
    return this;
  }

  /** Attributes of both providers. */
  public Documents attributes(String json) {
    attributes = json;
    return this;
  }

  /**
   * A limit of {@code key}, {@code application} or {@code tenant}; {@code terms} are its remaining
   * fields.
   */
  public Documents limit(int number, String scopeType, String terms) {
    limits.add(
        """
        {"id":"01930000-0000-7000-8000-0000000000c%d","tenantId":"%s","version":%d,"scopeType":"%s",
         "scopeId":"%s",%s}"""
            .formatted(
                number,
                TENANT,
                version,
                scopeType,
                scopeType.equals("tenant") ? TENANT : APPLICATION,
                terms));
    return this;
  }

  public Documents withoutLimits() {
    limits.clear();
    return this;
  }

  /** How many calls at a time the pools that follow take. */
  public Documents capacity(int calls) {
    capacity = Integer.toString(calls);
    return this;
  }

  /** What the models of the pools that follow ask besides input: further members of the model. */
  public Documents price(String json) {
    price = json;
    return this;
  }

  public static String poolId(int number) {
    return "01930000-0000-7000-8000-0000000000a" + number;
  }

  /** A pool that serves the model {@code m} at 150 and 600 dollars a thousand million tokens. */
  public Documents pool(int number, String provider, String... endpoints) {
    pools.add(
        """
        {"id":"%s","name":"pool%d","providerId":"%s","engine":"mock","dialect":"openai",
         "endpoints":["%s"],"region":null,"capacity":%s,
         "models":[{"name":"m","contextTokens":null,"priceVersion":3,"promptNanoPerMillion":150000000,
                    %s}]}"""
            .formatted(
                poolId(number),
                number,
                provider,
                String.join("\",\"", endpoints),
                capacity,
                price));
    return this;
  }

  /** A platform route of the utility tier; the first pool, then each other as a fallback. */
  public Documents route(String alias, String timeouts, int... poolNumbers) {
    List<String> groups = new ArrayList<>();
    for (int number : poolNumbers) {
      groups.add("{\"poolId\":\"%s\",\"model\":\"m\",\"weight\":1}".formatted(poolId(number)));
    }
    String fallback =
        groups.stream()
            .skip(1)
            .map(one -> "[" + one + "]")
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    routes.add(
        """
        {"tenantId":null,"alias":"%s","tier":"utility","version":2,
         "body":{"candidates":[%s],"fallback":[%s],"timeouts":{%s}}}"""
            .formatted(alias, groups.getFirst(), fallback, timeouts));
    return this;
  }

  public String json() {
    String sealed =
        HexFormat.of()
            .formatHex(
                CredentialCipher.ofBase64(ZEROS)
                    .seal(ProviderId.parse(PROVIDER_EU), "upstream-secret"));
    return """
        {"budgets":[@budgets@],"version":%d,"tiers":["utility","vision"],
         "tenants":[{"id":"%2$s","slug":"retail","name":"Retail"}],
         "applications":[{"id":"%3$s","tenantId":"%2$s","teamId":"%2$s","name":"App"}],
         "grants":[{"id":"%3$s","tenantId":"%2$s","applicationId":"%3$s","tier":"utility","sensitivity":"internal",
           "budgetNano":1,"until":null,"state":"%4$s"},
           {"id":"%3$s","tenantId":"%2$s","applicationId":"%3$s","tier":"vision","sensitivity":"internal",
           "budgetNano":1,"until":null,"state":"active"}],
         "keys":[{"id":"%3$s","tenantId":"%2$s","applicationId":"%3$s","name":"k","sensitivity":"internal",
           "tiers":["utility","vision"],"secrets":[{"id":"%3$s","hash":"%5$s","liveUntil":null}]%6$s}],
         "providers":[{"id":"%7$s","name":"euro","jurisdiction":"EU","processingPlaces":[],"attributes":%13$s,
           "credential":"%8$s"},
           {"id":"%9$s","name":"states","jurisdiction":"US","processingPlaces":[],"attributes":%13$s,"credential":null}],
         "pools":[%10$s],"routes":[%11$s],
         "sensitivities":[{"code":"restricted","words":["c4","geheim"]},{"code":"internal","words":["c2"]}],
         "limits":[%16$s],
         "guardrails":[%17$s],
         "policies":[{"tenantId":null,"version":4,"rules":[%12$s],"sets":[%14$s]}%15$s]}"""
        .formatted(
            version,
            TENANT,
            APPLICATION,
            grantState,
            KeyHasher.ofBase64(ZEROS).hash(secret),
            keyExtras,
            PROVIDER_EU,
            sealed,
            PROVIDER_US,
            String.join(",", pools),
            String.join(",", routes),
            String.join(",", rules),
            attributes,
            sets,
            tenantRules,
            String.join(",", limits),
            guardrails)
        .replace("@budgets@", String.join(",", budgets));
  }

  public static SnapshotParser parser() {
    return new SnapshotParser(CredentialCipher.ofBase64(ZEROS));
  }
}
