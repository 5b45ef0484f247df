package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a client of the marketplace needs to know: the content of the env file. */
public final class ClientEnvironment {
  private ClientEnvironment() {}

  /**
   * The variables in the order of the contract. Lists ({@code GATEWAY_URLS}) are separated by
   * spaces.
   */
  public static Map<String, String> of(
      Settings settings, Secrets secrets, DatabaseAddress database, List<Integer> gatewayPorts) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PORTAL_URL", settings.portalUrl());
    variables.put("GATEWAY_URL", settings.gatewayUrl());
    variables.put(
        "GATEWAY_URLS",
        gatewayPorts.stream()
            .map(port -> "http://127.0.0.1:" + port)
            .collect(Collectors.joining(" ")));
    variables.put("OPENAI_BASE_URL", settings.gatewayUrl() + "/v1");
    variables.put("OPENAI_API_KEY", secrets.virtualKey("demo-key"));
    variables.put("KEYCLOAK_URL", keycloakUrl(settings));
    variables.put("KEYCLOAK_REALM", realm(settings));
    variables.put("DATABASE_URL", database.url());
    variables.put("OTHER_TENANT_API_KEY", secrets.virtualKey("demo-other-key"));
    putServiceAccounts(variables, settings, secrets);
    return variables;
  }

  /** Those of the embedded realm; another provider's are nobody's business here. */
  private static void putServiceAccounts(
      Map<String, String> variables, Settings settings, Secrets secrets) {
    if (settings.variable("OIDC_ISSUER").isPresent()) {
      return;
    }
    variables.put("ADMIN_CLIENT_ID", "marketplace-admin");
    variables.put("ADMIN_CLIENT_SECRET", secrets.password("oidc-admin"));
    variables.put("DEVELOPER_CLIENT_ID", "demo-developer");
    variables.put("DEVELOPER_CLIENT_SECRET", secrets.password("oidc-developer"));
    variables.put("APPROVER_CLIENT_ID", "demo-approver");
    variables.put("APPROVER_CLIENT_SECRET", secrets.password("oidc-approver"));
  }

  private static String keycloakUrl(Settings settings) {
    String issuer = settings.issuer();
    int realms = issuer.indexOf("/realms/");
    return realms < 0 ? issuer : issuer.substring(0, realms);
  }

  private static String realm(Settings settings) {
    String issuer = settings.issuer();
    int realms = issuer.indexOf("/realms/");
    return realms < 0 ? "" : issuer.substring(realms + "/realms/".length());
  }
}
