package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import java.time.Instant;
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
 * @param parent sub-keys of this key
 * @param agent pinned to this agent
 * @param customer pinned to this customer
 * @param createdBefore issued before this moment
 * @param unusedSince issued before this moment and not used since
 */
public record KeyFilter(
    Set<KeyState> states,
    Optional<ApplicationId> application,
    Optional<TeamId> team,
    Optional<Tier> tier,
    Optional<String> text,
    Optional<KeyId> parent,
    Optional<String> agent,
    Optional<String> customer,
    Optional<Instant> createdBefore,
    Optional<Instant> unusedSince) {

  /** Keys that somebody may still call with, now or when they are resumed. */
  public static final Set<KeyState> LIVE =
      Set.of(KeyState.ACTIVE, KeyState.ROTATING, KeyState.SUSPENDED);

  /** Every key. */
  public static final KeyFilter ALL = of(Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the set. */
  public KeyFilter {
    states = Set.copyOf(states);
  }

  /** The keys of one application. */
  public static KeyFilter of(ApplicationId application) {
    return of(Optional.of(application), Optional.empty(), Optional.empty());
  }

  /** The keys of one team. */
  public static KeyFilter of(TeamId team) {
    return of(Optional.empty(), Optional.of(team), Optional.empty());
  }

  /** The sub-keys of one key. */
  public static KeyFilter of(KeyId parent) {
    return of(Optional.empty(), Optional.empty(), Optional.of(parent));
  }

  private static KeyFilter of(
      Optional<ApplicationId> application, Optional<TeamId> team, Optional<KeyId> parent) {
    return new KeyFilter(
        Set.of(),
        application,
        team,
        Optional.empty(),
        Optional.empty(),
        parent,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, in one of {@code wanted} states. */
  public KeyFilter in(Set<KeyState> wanted) {
    return new KeyFilter(
        wanted, application, team, tier, text, parent, agent, customer, createdBefore, unusedSince);
  }

  /** The same, with {@code wanted} as part of the key's or the application's name. */
  public KeyFilter matching(Optional<String> wanted) {
    return new KeyFilter(
        states,
        application,
        team,
        tier,
        wanted,
        parent,
        agent,
        customer,
        createdBefore,
        unusedSince);
  }

  /** Whether it narrows by more than the state. */
  boolean narrows() {
    return !in(Set.of()).equals(ALL);
  }
}
