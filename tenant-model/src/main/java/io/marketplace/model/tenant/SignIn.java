package io.marketplace.model.tenant;

import io.marketplace.model.kernel.Input;
import java.util.Optional;
import java.util.Set;

/**
 * What the identity provider vouches for.
 *
 * @param subject its {@code sub}
 * @param username the name to sign in with
 * @param name the name to show
 * @param email the address, if known
 * @param groups full group paths, such as {@code /retail/payments}
 * @param roles role names; those that are not the marketplace's are passed over
 * @param sourceIp where the sign-in came from, if known
 */
public record SignIn(
    String subject,
    String username,
    String name,
    Optional<String> email,
    Set<String> groups,
    Set<String> roles,
    Optional<String> sourceIp) {

  /** Checks the lengths and copies the sets. */
  public SignIn {
    subject = Input.line("sub", subject, 200);
    username = Input.line("preferred_username", username, 200);
    name = Input.line("name", name, 200);
    groups = Set.copyOf(groups);
    roles = Set.copyOf(roles);
  }
}
