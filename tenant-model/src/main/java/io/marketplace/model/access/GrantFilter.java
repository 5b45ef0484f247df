package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which grants are wanted; what is empty does not narrow.
 *
 * @param states in one of these states
 * @param application of this application
 * @param team of this team
 * @param tier for this tier
 * @param endingBefore only open ones that end or want recertifying before this moment
 * @param text part of the application's name, in any case
 */
public record GrantFilter(
    Set<GrantState> states,
    Optional<ApplicationId> application,
    Optional<TeamId> team,
    Optional<Tier> tier,
    Optional<Instant> endingBefore,
    Optional<String> text) {

  /** Every grant. */
  public static final GrantFilter ALL =
      new GrantFilter(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The active grants of one application: what its keys may be issued for. */
  public static GrantFilter activeOf(ApplicationId application) {
    return new GrantFilter(
        Set.of(GrantState.ACTIVE),
        Optional.of(application),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the set. */
  public GrantFilter {
    states = Set.copyOf(states);
  }
}
