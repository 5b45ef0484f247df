package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a Keycloak whose realm was imported earlier when the portal moved to another address: a
 * realm is imported once, and a sign-in from an address that it does not know is refused.
 */
final class PortalClient {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  private final Settings settings;
  private final Secrets secrets;
  private final Path noted;

  PortalClient(Settings settings, Secrets secrets, Path home) {
    this.settings = settings;
    this.secrets = secrets;
    this.noted = home.resolve("portal-address");
  }

  /**
   * Brings the client's addresses up to date where they differ from those noted at the last start.
   */
  void update() throws IOException {
    String portal = settings.portalUrl();
    if (Files.exists(noted) && !Files.readString(noted).equals(portal)) {
      put(portal);
    }
    Files.writeString(noted, portal);
  }

  private void put(String portal) throws IOException {
    String token =
        find(
            TOKEN,
            Http.send(
                "POST",
                settings.keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=password&client_id=admin-cli&username=admin&password="
                    + URLEncoder.encode(
                        secrets.password("keycloak-admin"), StandardCharsets.UTF_8)));
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    String clients = settings.keycloakUrl() + "/admin/realms/marketplace/clients";
    String id = find(ID, Http.send("GET", clients + "?clientId=marketplace-portal", headers, ""));
    String localhost = "http://localhost:" + settings.ports().portal();
    Http.send(
        "PUT",
        clients + "/" + id,
        headers,
        "{\"clientId\":\"marketplace-portal\",\"rootUrl\":\"%1$s\",\"redirectUris\":[\"%1$s/callback\",\"%2$s/callback\"],"
                .formatted(portal, localhost)
            + "\"attributes\":{\"post.logout.redirect.uris\":\"%1$s/signed-out##%2$s/signed-out\"}}"
                .formatted(portal, localhost));
  }

  private static String find(Pattern pattern, String answer) {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new LaunchFailure(
          "The portal's address changed, and Keycloak did not accept the new one. Set PORTAL_PORT back, or run ./marketplace down --wipe.");
    }
    return matcher.group(1);
  }
}
