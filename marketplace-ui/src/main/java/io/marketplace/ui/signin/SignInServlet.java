package io.marketplace.ui.signin;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;

/**
 * Reached only after the container has signed the person in: keeps who it is in a new session, and
 * goes on to the page asked for.
 */
@WebServlet(name = "SignIn", urlPatterns = "/sign-in")
public final class SignInServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient OpenIdContext oidc;

  /** Takes the container's view of the sign-in. */
  @Inject
  public SignInServlet(OpenIdContext oidc) {
    this.oidc = oidc;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonObject provider = oidc.getProviderMetadata();
    SignedInPerson person =
        SignedInPerson.of(
            oidc.getSubject(),
            oidc.getIdentityToken().getJwtClaims(),
            oidc.getIdentityToken().getToken(),
            provider.getString("end_session_endpoint", ""),
            Instant.now());
    request.getSession(true);
    request.changeSessionId();
    request.getSession().setAttribute(SignedInPerson.KEY, person);
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(request.getContextPath() + LocalTarget.of(request.getParameter("to")));
  }
}
