package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests are wanted; what is empty does not narrow.
 *
 * @param states in one of these states
 * @param mine only what the actor asked for
 * @param decidable only what the actor may decide now: not one's own, not approved by oneself
 * @param application of this application
 * @param team of this team
 * @param tier for this tier
 * @param text part of the application's name, the purpose or the requester's name, in any case
 */
public record RequestFilter(
    Set<RequestState> states,
    boolean mine,
    boolean decidable,
    Optional<ApplicationId> application,
    Optional<TeamId> team,
    Optional<Tier> tier,
    Optional<String> text) {

  /** Every request. */
  public static final RequestFilter ALL =
      new RequestFilter(
          Set.of(),
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What the actor asked for. */
  public static final RequestFilter MINE =
      new RequestFilter(
          Set.of(),
          true,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What waits for the actor's decision. */
  public static final RequestFilter INBOX =
      new RequestFilter(
          Set.of(),
          false,
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the set. */
  public RequestFilter {
    states = Set.copyOf(states);
  }
}
