package io.marketplace.ui.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends the session here and at the issuer. Ending it here alone would sign the person in again with
 * the next click; the container's own {@code logout} starts a new sign-in at once, and its
 * notification of the provider sends no {@code id_token_hint}, without which the issuer asks the
 * person to confirm. Hence this servlet does not call it.
 */
@WebServlet(name = "SignOut", urlPatterns = "/sign-out")
public final class SignOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    Object person = session == null ? null : session.getAttribute(SignedInPerson.KEY);
    if (session != null) {
      session.invalidate();
    }
    forgetCookies(response);
    response.setHeader("Cache-Control", "no-store");
    String signedOut = request.getContextPath() + "/signed-out";
    if (person instanceof SignedInPerson known && !known.endSession().isEmpty()) {
      response.sendRedirect(
          known.endSession()
              + "?id_token_hint="
              + encode(known.idToken())
              + "&post_logout_redirect_uri="
              + encode(origin(request) + signedOut));
    } else {
      response.sendRedirect(signedOut);
    }
  }

  /**
   * Drops the session's cookie and the container's own sign-on cookie, which alone opens nothing
   * here, but would outlive the session.
   */
  private static void forgetCookies(HttpServletResponse response) {
    for (String name : List.of("JSESSIONID", "LtpaToken2")) {
      Cookie cookie = new Cookie(name, "");
      cookie.setPath("/");
      cookie.setHttpOnly(true);
      cookie.setMaxAge(0);
      response.addCookie(cookie);
    }
  }

  private static String origin(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
