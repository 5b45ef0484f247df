package io.marketplace.ui.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Where people sign in, read once from the environment. The getters are called by expressions in
 * {@link SignInMechanism}.
 *
 * <p>A missing variable fails the first sign-in with its name, rather than a redirect to nowhere.
 */
@ApplicationScoped
@Named("oidcSettings")
public class OidcSettings {

  /** Returns the issuer, as in the tokens' {@code iss}, without a slash at the end. */
  public String getIssuer() {
    return required("OIDC_ISSUER");
  }

  /** Returns the portal's client at the issuer. */
  public String getClientId() {
    return required("OIDC_CLIENT_ID");
  }

  /** Returns the secret of that client. */
  public String getClientSecret() {
    return required("OIDC_CLIENT_SECRET");
  }

  private static String required(String name) {
    return Optional.ofNullable(System.getenv(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }
}
