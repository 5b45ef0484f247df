package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys are wanted; what is empty does not narrow.
 *
 * @param states in one of these states
 * @param application of this application
 * @param team of this team
 * @param tier able to call this tier
 * @param text part of the key's or the application's name, in any case
 */
public record KeyFilter(
    Set<KeyState> states,
    Optional<ApplicationId> application,
    Optional<TeamId> team,
    Optional<Tier> tier,
    Optional<String> text) {

  /** Every key. */
  public static final KeyFilter ALL =
      new KeyFilter(
          Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The keys of one application. */
  public static KeyFilter of(ApplicationId application) {
    return new KeyFilter(
        Set.of(), Optional.of(application), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Copies the set. */
  public KeyFilter {
    states = Set.copyOf(states);
  }
}
