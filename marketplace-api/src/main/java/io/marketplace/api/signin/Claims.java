package io.marketplace.api.signin;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.SignIn;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads from a token what the identity provider vouches for. */
final class Claims {

  private Claims() {}

  static SignIn of(JsonWebToken token) {
    String subject =
        text(token, "sub")
            .orElseThrow(
                () ->
                    new MarketplaceException(
                        ProblemCode.UNAUTHENTICATED, "The token names nobody: sub is missing."));
    String username = text(token, "preferred_username").orElse(subject);
    return new SignIn(
        subject,
        username,
        text(token, "name").orElse(username),
        text(token, "email"),
        texts(token.getClaim("groups")),
        texts(token.getClaim("roles")),
        Optional.empty());
  }

  private static Optional<String> text(JsonWebToken token, String claim) {
    @Nullable Object value = token.getClaim(claim);
    return value == null ? Optional.empty() : text(value).filter(text -> !text.isBlank());
  }

  private static Set<String> texts(@Nullable Object value) {
    Set<String> texts = new HashSet<>();
    if (value instanceof Collection<?> several) {
      several.forEach(one -> text(one).ifPresent(texts::add));
    }
    return texts;
  }

  // Servers hand custom claims out as JSON values, standard ones as plain text.
  private static Optional<String> text(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case JsonString text -> Optional.of(text.getString());
      default -> Optional.empty();
    };
  }
}
