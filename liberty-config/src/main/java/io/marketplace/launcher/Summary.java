package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.supervise.BoardView;
import io.marketplace.launcher.supervise.Console;
import java.io.PrintStream;
import java.util.Map;

/**
 * What {@code up} says at its end: where everything is, who can sign in, and a first request to
 * paste.
 */
final class Summary {
  private static final String SIGN_INS =
      """

      Sign-ins (password "demo"):
        dev-retail, approver-retail      tenant retail
        dev-capital, approver-capital    tenant capital
        admin, finops, auditor           platform, spend, audit
      """;

  private Summary() {}

  static void print(Settings settings, BoardView view, PrintStream out) {
    Map<String, String> env = Marketplace.envFile(settings).read();
    boolean whole = view.parts().stream().anyMatch(part -> part.name().equals("gateway"));
    out.println();
    out.println("Ready after %s (%s).".formatted(Console.seconds(view.millis()), view.sentence()));
    if (!whole) {
      return;
    }
    out.println(
        """

          Portal         %s
          REST API       %s/api/v1   (OpenAPI: %s/api/openapi)
          Gateway        %s
          Keycloak       %s
        %s
        A first request with the demo key of tenant retail:

          curl %s/chat/completions \\
            -H "Authorization: Bearer %s" -H "Content-Type: application/json" \\
            -d '{"model": "utility", "messages": [{"role": "user", "content": "Say hello."}]}'

        These and more are in %s (shell syntax).
        """
            .formatted(
                env.getOrDefault("PORTAL_URL", ""),
                env.getOrDefault("PORTAL_URL", ""),
                env.getOrDefault("PORTAL_URL", ""),
                env.getOrDefault("GATEWAY_URLS", ""),
                env.getOrDefault("KEYCLOAK_URL", ""),
                settings.variable("OIDC_ISSUER").isPresent() ? "" : SIGN_INS,
                env.getOrDefault("OPENAI_BASE_URL", ""),
                env.getOrDefault("OPENAI_API_KEY", ""),
                settings.home().resolve("env")));
  }
}
