package io.marketplace.model.tenant;

import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * Which applications are wanted; what is empty does not narrow.
 *
 * @param tenant of this tenant
 * @param team of this team
 * @param text part of the name or description, in any case
 * @param archived whether archived ones are listed too
 * @param actable only those the actor may act for: ask access, issue keys
 */
public record ApplicationFilter(
    Optional<TenantId> tenant,
    Optional<TeamId> team,
    Optional<String> text,
    boolean archived,
    boolean actable) {

  /** All live applications. */
  public static final ApplicationFilter LIVE =
      new ApplicationFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, false);

  /** The live applications the actor may act for. */
  public static final ApplicationFilter ACTABLE =
      new ApplicationFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, true);
}
