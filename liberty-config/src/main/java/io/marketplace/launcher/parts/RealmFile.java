package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import java.util.Map;

/**
 * The realm of the demo as Keycloak imports it: the checked-in file with this installation's
 * address and secrets.
 */
final class RealmFile {
  private RealmFile() {}

  static String render(String template, Settings settings, Secrets secrets) {
    Map<String, String> values =
        Map.of(
            "PORTAL_URL",
            settings.portalUrl(),
            "PORTAL_URL_LOCALHOST",
            "http://localhost:" + settings.ports().portal(),
            "PORTAL_CLIENT_SECRET",
            secrets.password("oidc-portal"),
            "ADMIN_CLIENT_SECRET",
            secrets.password("oidc-admin"),
            "DEVELOPER_CLIENT_SECRET",
            secrets.password("oidc-developer"),
            "APPROVER_CLIENT_SECRET",
            secrets.password("oidc-approver"));
    String realm = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      realm = realm.replace("@" + value.getKey() + "@", value.getValue());
    }
    return realm;
  }
}
