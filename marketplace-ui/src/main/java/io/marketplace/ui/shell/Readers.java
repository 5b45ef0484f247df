package io.marketplace.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.TrustedProxies;
import io.marketplace.model.tenant.JoinOnSignIn;
import io.marketplace.model.tenant.SignIn;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.ui.signin.SignedInPerson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is signed in. The first call in a session joins the person to the teams of their
 * groups.
 */
@Singleton
public final class Readers {

  /** What somebody above the tenants sees unless one was chosen. */
  static final String ALL_TENANTS = "All tenants";

  private static final String ZONE_COOKIE = "mk-zone";

  private final JoinOnSignIn join;
  private final TenantQueries tenants;
  private final TrustedProxies proxies;

  /** Takes what makes an actor of a sign-in, what names its teams, and whose word counts. */
  @Inject
  public Readers(JoinOnSignIn join, TenantQueries tenants, TrustedProxies proxies) {
    this.join = join;
    this.tenants = tenants;
    this.proxies = proxies;
  }

  /**
   * The reader of the current session. Call it on a thread that holds the session's lock, as all of
   * Vaadin's do.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} for groups in
   *     several tenants
   * @throws IllegalStateException without a signed-in person, which {@code SignInGate} rules out
   */
  public Reader current() {
    VaadinSession session = VaadinSession.getCurrent();
    @Nullable Reader known = session.getAttribute(Reader.class);
    if (known != null) {
      return known;
    }
    if (!(session.getSession().getAttribute(SignedInPerson.KEY) instanceof SignedInPerson person)) {
      throw new IllegalStateException("nobody is signed in");
    }
    Actor actor =
        join.join(
            new SignIn(
                person.subject(),
                person.username(),
                person.name(),
                Optional.of(person.email()).filter(email -> !email.isEmpty()),
                person.groups(),
                person.roles(),
                Optional.ofNullable(VaadinRequest.getCurrent()).flatMap(this::caller)));
    String place = place(actor);
    String sight = actor.seesAllTenants() ? ALL_TENANTS : place;
    Reader reader = new Reader(actor, Optional.empty(), place, sight, zone());
    session.setAttribute(Reader.class, reader);
    return reader;
  }

  /** Lets the session's reader look at one tenant, or at all again; pages opened from now on do. */
  void look(Optional<TenantId> tenant) {
    Reader reader = current();
    String name = tenant.map(id -> tenants.tenant(reader.actor(), id).name()).orElse(ALL_TENANTS);
    VaadinSession.getCurrent().setAttribute(Reader.class, reader.lookingAt(tenant, name));
  }

  private Optional<String> caller(VaadinRequest request) {
    return proxies.caller(
        String.valueOf(request.getRemoteAddr()),
        Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  /** The team and tenant in words, or the roles of somebody who stands above the tenants. */
  private String place(Actor actor) {
    if (actor.tenant().isEmpty()) {
      return actor.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "));
    }
    String tenant = tenants.tenant(actor, actor.tenant().get()).name();
    return Stream.concat(
            actor.teams().stream().map(id -> tenants.team(actor, id).name()).sorted(),
            Stream.of(tenant))
        .collect(Collectors.joining(", "));
  }

  /**
   * The zone that the page's first script has put into a cookie; a value that is no zone counts as
   * none.
   */
  private static ZoneId zone() {
    Cookie[] cookies =
        VaadinRequest.getCurrent() == null ? null : VaadinRequest.getCurrent().getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(ZONE_COOKIE)) {
        try {
          return ZoneId.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
          return ZoneOffset.UTC;
        }
      }
    }
    return ZoneOffset.UTC;
  }
}
