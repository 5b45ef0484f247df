package io.marketplace.ui.signin;

import jakarta.security.enterprise.identitystore.openid.Claims;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * Who signed in, as the identity token says; nothing here was typed by the person. Kept in the HTTP
 * session under {@link #KEY}.
 *
 * @param subject the token's {@code sub}, stable for a person
 * @param username {@code preferred_username}, or the subject where the issuer sends none
 * @param name the display name, or the username
 * @param email empty where the issuer sends none
 * @param roles realm roles, flat
 * @param groups full group paths, such as {@code /retail/payments}
 * @param idToken the raw token, which sign-out hands back to the issuer; never logged
 * @param endSession the issuer's end-session address from its discovery document, or empty
 * @param since when this sign-in happened
 */
public record SignedInPerson(
    String subject,
    String username,
    String name,
    String email,
    Set<String> roles,
    Set<String> groups,
    String idToken,
    String endSession,
    Instant since)
    implements Serializable {

  /** The session attribute that holds the person. */
  public static final String KEY = "io.marketplace.person";

  /** Reads a person from the claims of an identity token, which the container has verified. */
  static SignedInPerson of(
      String subject, Claims claims, String idToken, String endSession, Instant now) {
    String username = claims.getStringClaim("preferred_username").orElse(subject);
    return new SignedInPerson(
        subject,
        username,
        claims.getStringClaim("name").orElse(username),
        claims.getStringClaim("email").orElse(""),
        Set.copyOf(claims.getArrayStringClaim("roles")),
        Set.copyOf(claims.getArrayStringClaim("groups")),
        idToken,
        endSession,
        now);
  }

  /** Leaves the token out, so that a log line with a person in it holds no secret. */
  @Override
  public String toString() {
    return "SignedInPerson[" + username + ", roles=" + roles + ", groups=" + groups + "]";
  }
}
