package io.marketplace.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets through, and for how long what they may holds. */
class SignInGateTest {

  private final List<String> happened = new ArrayList<>();

  private static SignedInPerson person(Duration ago) {
    return new SignedInPerson(
        "sub",
        "ada",
        "Ada",
        "",
        Set.of("developer"),
        Set.of(),
        "token",
        "",
        Instant.now().minus(ago));
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            SignInGateTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private List<String> request(@Nullable SignedInPerson person, @Nullable String vaadin)
      throws Exception {
    happened.clear();
    HttpSession session =
        fake(
            HttpSession.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("invalidate")) {
                happened.add("signed out");
              }
              return method.getName().equals("getAttribute") ? person : null;
            });
    HttpServletRequest request =
        fake(
            HttpServletRequest.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServletPath" -> "/keys";
                  case "getContextPath" -> "";
                  case "getSession" -> person == null ? null : session;
                  case "getParameter" -> vaadin;
                  default -> null;
                });
    HttpServletResponse response =
        fake(
            HttpServletResponse.class,
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("send")) {
                happened.add(method.getName() + " " + arguments[0]);
              }
              return null;
            });
    FilterChain page = (one, other) -> happened.add("let through");
    new SignInGate().doFilter(request, response, page);
    return happened;
  }

  @Test
  void whoSignedInTodayGetsThrough() throws Exception {
    assertThat(request(person(Duration.ofHours(1)), null)).containsExactly("let through");
    assertThat(request(person(Duration.ofHours(1)), "uidl")).containsExactly("let through");
  }

  @Test
  void whoDidNotIsSentToSignInWithTheWayBack() throws Exception {
    assertThat(request(null, null)).containsExactly("sendRedirect /sign-in?to=%2Fkeys");
    assertThat(request(person(Duration.ofHours(9)), null))
        .containsExactly("signed out", "sendRedirect /sign-in?to=%2Fkeys");
    assertThat(request(null, "init")).containsExactly("sendError 401");
  }

  @Test
  void anOpenPageDoesNotKeepRolesForEver() throws Exception {
    assertThat(request(person(Duration.ofHours(9)), "uidl"))
        .containsExactly("signed out", "let through");
    assertThat(request(null, "uidl")).containsExactly("let through");
  }
}
