package io.marketplace.ui.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages through to signed-in people only, and sends everybody else to {@code /sign-in} with
 * the way back.
 *
 * <p>Vaadin's own requests ({@code v-r=…}) are never redirected: without a session Vaadin answers
 * them with its session-expired message, the browser loads the page anew, and that request is
 * redirected.
 */
@WebFilter(filterName = "SignInGate", urlPatterns = "/*", asyncSupported = true)
public final class SignInGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /**
   * Roles may change at the issuer; after this time they are read anew (without a prompt while the
   * issuer knows the person), for which a page that is open is loaded again.
   */
  private static final Duration ROLES_AGE = Duration.ofHours(8);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    if (open(path)) {
      chain.doFilter(request, response);
      return;
    }
    String vaadin = request.getParameter("v-r");
    SignedInPerson person = person(request);
    if (fresh(person)) {
      chain.doFilter(request, response);
      return;
    }
    if (person != null) {
      // What the container knows of this sign-in goes too. An open page asks on and on: its roles
      // would hold for as long as nobody closes it.
      request.getSession().invalidate();
    }
    if ("init".equals(vaadin)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (vaadin != null) {
      chain.doFilter(request, response);
    } else {
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      String back = URLEncoder.encode(path + query, StandardCharsets.UTF_8);
      response.sendRedirect(request.getContextPath() + "/sign-in?to=" + back);
    }
  }

  private static boolean open(String path) {
    return path.startsWith("/VAADIN/")
        || path.equals("/sign-in")
        || path.equals("/signed-out")
        || path.equals("/favicon.svg");
  }

  private static @Nullable SignedInPerson person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (SignedInPerson) session.getAttribute(SignedInPerson.KEY);
  }

  private static boolean fresh(@Nullable SignedInPerson person) {
    return person != null && person.since().plus(ROLES_AGE).isAfter(Instant.now());
  }
}
