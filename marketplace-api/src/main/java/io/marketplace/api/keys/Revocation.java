package io.marketplace.api.keys;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyFilter;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys to end together.
 *
 * @param filter which; at least one of its parts must be named
 * @param dryRun whether merely to look; absent: true
 * @param token of the dry run that was looked at; needed unless this is one
 * @param reason up to 500 characters
 */
public record Revocation(
    Filter filter, @Nullable Boolean dryRun, @Nullable String token, @Nullable String reason) {

  /**
   * Which keys; what is absent does not narrow.
   *
   * @param application an application's identifier
   * @param team a team's identifier
   * @param createdBefore issued before this moment
   * @param unusedSince issued before this moment and not used since
   * @param name part of the key's or the application's name
   * @param agent pinned to this agent
   * @param customer pinned to this customer
   */
  public record Filter(
      Optional<String> application,
      Optional<String> team,
      Optional<Instant> createdBefore,
      Optional<Instant> unusedSince,
      Optional<String> name,
      Optional<String> agent,
      Optional<String> customer) {}

  boolean isDryRun() {
    return dryRun == null || dryRun;
  }

  KeyFilter wanted() {
    return new KeyFilter(
        Set.of(),
        filter.application().map(ApplicationId::parse),
        filter.team().map(TeamId::parse),
        Optional.empty(),
        filter.name().filter(text -> !text.isBlank()),
        Optional.empty(),
        filter.agent().filter(text -> !text.isBlank()),
        filter.customer().filter(text -> !text.isBlank()),
        filter.createdBefore(),
        filter.unusedSince());
  }
}
